package com.ivendnext.ivn.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;

/** Reads literals as MariaDB and MySQL dump them. */
final class SqlValues {
  private static final String UNKNOWN = "has a value that mariadb-dump and mysqldump do not write";

  private final SqlBytes in;

  SqlValues(SqlBytes in) {
    this.in = in;
  }

  /**
   * The next value.
   *
   * @param kept whether it is wanted: others are read over, however long they are
   * @return null for NULL, and for what is not kept
   */
  String value(boolean kept) throws IOException {
    in.blank();
    int next = in.peek();
    if (next == '\'' || next == '"') {
      return quoted(kept);
    }
    if (SqlBytes.isDigit(next) || next == '-' || next == '+' || next == '.') {
      return number(kept);
    }
    return named(in.word(), kept);
  }

  private String named(String word, boolean kept) throws IOException {
    if (word.equals("NULL")) {
      return null;
    }
    boolean quote = in.peek() == '\'';
    if (word.equals("X") && quote) {
      return hex(quoted(true), kept);
    }
    in.blank();
    if (word.startsWith("_") && (in.peek() == '\'' || in.peek() == '0')) {
      return in.peek() == '0' ? number(kept) : quoted(kept);
    }
    if (word.equals("B") && quote) {
      quoted(kept);
      return null;
    }
    throw in.wrong(UNKNOWN);
  }

  private String number(boolean kept) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int next = in.peek(); isOfNumber(next); next = in.peek()) {
      in.next();
      if (kept && text.length() > 2 * Limits.TEXT) {
        throw in.wrong("has a value that is too long");
      }
      if (kept) {
        text.append((char) next);
      }
    }
    String number = text.toString();
    return number.startsWith("0x") ? hex(number.substring(2), kept) : kept ? number : null;
  }

  private static boolean isOfNumber(int next) {
    return SqlBytes.isOfWord(next) || next == '-' || next == '+' || next == '.';
  }

  private String hex(String digits, boolean kept) {
    try {
      byte[] bytes = HexFormat.of().parseHex(digits);
      return kept ? in.text(bytes) : null;
    } catch (IllegalArgumentException notHex) {
      // not kept as the cause: its message may quote the value
      throw in.wrong(UNKNOWN);
    }
  }

  /** What stands between the quotes that begin here. */
  String quoted(boolean kept) throws IOException {
    int quote = in.next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (true) {
      int next = in.next();
      if (next == quote && !in.skip((char) quote)) {
        return kept ? in.text(bytes.toByteArray()) : null;
      }
      boolean escaped = next == '\\' && quote != '`';
      int meant = escaped ? unescaped(in.next()) : next;
      if (kept) {
        bytes.write(meant);
      }
      if (bytes.size() > Limits.TEXT) {
        throw in.wrong("has a value that is too long");
      }
    }
  }

  private static int unescaped(int letter) {
    return switch (letter) {
      case '0' -> 0;
      case 'b' -> '\b';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'Z' -> 26;
      default -> letter;
    };
  }
}
