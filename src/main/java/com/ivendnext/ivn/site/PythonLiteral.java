package com.ivendnext.ivn.site;

import com.ivendnext.ivn.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The literals of {@code set-config --parse}: what Python's {@code ast.literal_eval} takes and JSON
 * can hold, and JSON's own {@code true}, {@code false} and {@code null}.
 */
public final class PythonLiteral {

  /** The longest literal, in characters: 1 MiB. */
  static final int MAX_LENGTH = 1 << 20;

  private final LiteralText text;
  private int depth;

  private PythonLiteral(String text) {
    this.text = new LiteralText(text);
  }

  /**
   * Reads one literal; tuples become lists, also those without parentheses ({@code 1, 2}).
   *
   * @return values as {@link FrappeJson} knows them
   * @throws Failure of kind usage, with the column, for anything else, among them sets, bytes,
   *     complex and infinite numbers and keys that are no strings
   */
  public static Object parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new LiteralText(text).failure("longer than 1 MiB", MAX_LENGTH);
    }
    return new PythonLiteral(text).readAll();
  }

  private Object readAll() {
    Object value = readValue();
    if (text.peek() == ',') {
      value = readRest(value, LiteralText.END);
    }
    if (!text.atEnd()) {
      throw text.failure("unexpected text");
    }
    return value;
  }

  /** Reads a value and the blanks on both sides of it. */
  private Object readValue() {
    text.skipBlanks();
    char c = text.peek();
    Object value =
        switch (c) {
          case '[', '(', '{' -> readNested();
          case '\'', '"' -> PythonString.read(text);
          case '+', '-', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
              PythonNumber.read(text);
          default -> readWord();
        };
    text.skipBlanks();
    return value;
  }

  private Object readNested() {
    if (++depth > FrappeJson.MAX_DEPTH) {
      throw text.failure("nested deeper than 64 levels");
    }
    char opening = text.next();
    text.skipBlanks();
    Object value =
        switch (opening) {
          case '[' -> readList();
          case '(' -> readParentheses();
          default -> readDict();
        };
    depth--;
    return value;
  }

  private Object readWord() {
    int start = text.position();
    while (isAsciiLetter(text.peek())) {
      text.next();
    }
    return switch (text.since(start)) {
      case "True", "true" -> Boolean.TRUE;
      case "False", "false" -> Boolean.FALSE;
      case "None", "null" -> null;
      case "" -> throw text.failure(text.atEnd() ? "a value is missing" : "unexpected text");
      default -> throw text.failure("an unknown word", start);
    };
  }

  private static boolean isAsciiLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private List<Object> readList() {
    return text.skip(']') ? new ArrayList<>() : readRest(readValue(), ']');
  }

  /** A tuple, or one value that only stands in parentheses. */
  private Object readParentheses() {
    if (text.skip(')')) {
      return new ArrayList<>();
    }
    Object value = readValue();
    return text.skip(')') ? value : readRest(value, ')');
  }

  /** Reads what follows the first item of a list or tuple, which may end in a comma. */
  private List<Object> readRest(Object first, char closing) {
    List<Object> list = new ArrayList<>();
    list.add(first);
    while (!ends(closing)) {
      list.add(readValue());
    }
    return list;
  }

  private Map<String, Object> readDict() {
    Map<String, Object> dict = new LinkedHashMap<>();
    if (text.skip('}')) {
      return dict;
    }
    do {
      String key = readKey();
      if (!text.skip(':')) {
        throw text.failure("a colon is missing");
      }
      dict.put(key, readValue());
    } while (!ends('}'));
    return dict;
  }

  private String readKey() {
    int start = text.position();
    if (readValue() instanceof String key) {
      return key;
    }
    throw text.failure("a key that is no string", start);
  }

  /** Takes the comma between two items; true where there is no further item. */
  private boolean ends(char closing) {
    boolean comma = text.skip(',');
    text.skipBlanks();
    boolean closed = closing == LiteralText.END ? text.atEnd() : text.skip(closing);
    if (!closed && !comma) {
      throw text.failure(text.atEnd() ? "a closing bracket is missing" : "unexpected text");
    }
    return closed;
  }
}
