package com.ivendnext.ivn.site;

import com.ivendnext.ivn.Failure;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** One document on its way out, as Python's {@code json.dumps} with indent 1 prints it. */
final class JsonWriter {

  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out = new StringBuilder();
  private final boolean oneLine;

  JsonWriter(boolean oneLine) {
    this.oneLine = oneLine;
  }

  String write(Map<String, Object> document) {
    writeObject(document, 0);
    return out.toString();
  }

  String writeInline(Object value) {
    writeValue(value, 0);
    return out.toString();
  }

  private void writeValue(Object value, int depth) {
    if (value instanceof String text) {
      writeString(text);
    } else if (value instanceof Map<?, ?> object) {
      writeObject(object, within(depth));
    } else if (value instanceof List<?> list) {
      writeList(list, within(depth));
    } else if (value instanceof Double number) {
      out.append(PythonFloat.repr(number));
    } else if (value == null || isPlain(value)) {
      out.append(value);
    } else {
      throw new IllegalArgumentException("no JSON for " + value.getClass().getName());
    }
  }

  private static boolean isPlain(Object value) {
    return value instanceof Boolean
        || value instanceof Long
        || value instanceof Integer
        || value instanceof BigInteger;
  }

  private static int within(int depth) {
    if (depth > FrappeJson.MAX_DEPTH) {
      throw Failure.data("a config value cannot be nested deeper than 64 levels");
    }
    return depth;
  }

  private void writeObject(Map<?, ?> object, int depth) {
    if (object.isEmpty()) {
      out.append("{}");
      return;
    }
    String[] keys = object.keySet().toArray(new String[0]);
    Arrays.sort(keys, JsonWriter::compareByCodePoint);
    char opening = '{';
    for (String key : keys) {
      startLine(opening, depth + 1);
      writeString(key);
      out.append(": ");
      writeValue(object.get(key), depth + 1);
      opening = ',';
    }
    endLines('}', depth);
  }

  private void writeList(List<?> list, int depth) {
    if (list.isEmpty()) {
      out.append("[]");
      return;
    }
    Iterator<?> items = list.iterator();
    startLine('[', depth + 1);
    writeValue(items.next(), depth + 1);
    while (items.hasNext()) {
      startLine(',', depth + 1);
      writeValue(items.next(), depth + 1);
    }
    endLines(']', depth);
  }

  private void startLine(char before, int indent) {
    out.append(before);
    if (!oneLine) {
      out.append('\n').append(" ".repeat(indent));
    } else if (before == ',') {
      out.append(' ');
    }
  }

  private void endLines(char closing, int indent) {
    if (!oneLine) {
      out.append('\n').append(" ".repeat(indent));
    }
    out.append(closing);
  }

  private void writeString(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      writeCharacter(text.charAt(i));
    }
    out.append('"');
  }

  private void writeCharacter(char c) {
    switch (c) {
      case '"', '\\' -> out.append('\\').append(c);
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\f' -> out.append("\\f");
      case '\b' -> out.append("\\b");
      default -> {
        if (c >= ' ' && c <= '~') {
          out.append(c);
        } else {
          writeEscape(c);
        }
      }
    }
  }

  private void writeEscape(char c) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt(c >> shift & 0xF));
    }
  }

  /** Python's order of strings, which is not that of UTF-16: U+1F600 comes after U+FFFD. */
  static int compareByCodePoint(String a, String b) {
    int i = 0;
    while (i < a.length() && i < b.length()) {
      int left = a.codePointAt(i);
      int right = b.codePointAt(i);
      if (left != right) {
        return Integer.compare(left, right);
      }
      i += Character.charCount(left);
    }
    return Integer.compare(a.length(), b.length());
  }
}
