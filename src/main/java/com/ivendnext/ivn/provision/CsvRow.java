package com.ivendnext.ivn.provision;

import java.util.List;

/** Rows of comma separated values (RFC 4180), one a line. */
public final class CsvRow {
  private CsvRow() {}

  /** The first field of a row. */
  public static String first(String row) {
    if (!row.startsWith("\"")) {
      int comma = row.indexOf(',');
      return (comma < 0 ? row : row.substring(0, comma)).strip();
    }
    StringBuilder field = new StringBuilder();
    for (int i = 1; i < row.length(); i++) {
      if (row.charAt(i) != '"') {
        field.append(row.charAt(i));
      } else if (row.startsWith("\"\"", i)) {
        field.append(row.charAt(i++));
      } else {
        break;
      }
    }
    return field.toString().strip();
  }

  /** The row of these fields, with its end. */
  public static String of(List<String> fields) {
    StringBuilder row = new StringBuilder();
    for (String field : fields) {
      row.append(row.isEmpty() ? "" : ",").append(quoted(field));
    }
    return row.append('\n').toString();
  }

  private static String quoted(String field) {
    boolean plain = field.chars().noneMatch(character -> ",\"\r\n".indexOf(character) >= 0);
    return plain ? field : "\"" + field.replace("\"", "\"\"") + "\"";
  }
}
