package com.ivendnext.ivn.transfer;

import java.util.ArrayList;
import java.util.List;

/** Several texts in one cell: separated by semicolons; a backslash keeps the next character. */
final class CsvList {
  private CsvList() {}

  static String join(List<String> texts) {
    StringBuilder cell = new StringBuilder();
    for (String text : texts) {
      cell.append(cell.isEmpty() ? "" : "; ");
      cell.append(text.replace("\\", "\\\\").replace(";", "\\;"));
    }
    return cell.toString();
  }

  /** The texts without white space around them, none where there are none. */
  static List<String> split(String cell) {
    List<String> texts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    boolean kept = false;
    for (char character : cell == null ? new char[0] : cell.toCharArray()) {
      if (character == ';' && !kept) {
        add(text, texts);
      } else if (character == '\\' && !kept) {
        kept = true;
        continue;
      } else {
        text.append(character);
      }
      kept = false;
    }
    add(text, texts);
    return texts;
  }

  private static void add(StringBuilder text, List<String> texts) {
    String stripped = text.toString().strip();
    if (!stripped.isEmpty()) {
      texts.add(stripped);
    }
    text.setLength(0);
  }
}
