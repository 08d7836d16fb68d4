package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The bytes of an SQL dump, read one by one. Bytes, not characters: other tables may hold what is
 * no text.
 */
final class SqlBytes {
  static final int END = -1;
  private static final int LONGEST_WORD = 64;

  private final InputStream in;
  private final byte[] buffer = new byte[64 << 10];
  private int at;
  private int end;
  private long line = 1;

  SqlBytes(InputStream in) {
    this.in = in;
  }

  /** The next byte, which stays; or {@link #END}. */
  int peek() throws IOException {
    return ahead(0);
  }

  private int ahead(int offset) throws IOException {
    while (at + offset >= end) {
      System.arraycopy(buffer, at, buffer, 0, end - at);
      end -= at;
      at = 0;
      int read = in.read(buffer, end, buffer.length - end);
      if (read < 0) {
        return END;
      }
      end += read;
    }
    return buffer[at + offset] & 0xFF;
  }

  /**
   * Takes the next byte.
   *
   * @throws Failure data, where there is none
   */
  int next() throws IOException {
    int next = peek();
    if (next == END) {
      throw brokenOff();
    }
    at++;
    line += next == '\n' ? 1 : 0;
    return next;
  }

  /** Takes the next byte if it is this one. */
  boolean skip(char wanted) throws IOException {
    if (peek() != wanted) {
      return false;
    }
    next();
    return true;
  }

  void expect(char wanted) throws IOException {
    blank();
    if (!skip(wanted)) {
      if (peek() == END) {
        throw brokenOff();
      }
      throw wrong("is not as mariadb-dump and mysqldump write it");
    }
  }

  /** Skips white space and comments, also those that a server of some version would execute. */
  void blank() throws IOException {
    while (true) {
      int next = peek();
      if (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
        next();
      } else if (next == '#' || next == '-' && ahead(1) == '-') {
        restOfLine();
      } else if (next == '/' && ahead(1) == '*') {
        comment();
      } else {
        return;
      }
    }
  }

  private void comment() throws IOException {
    next();
    next();
    while (next() != '*' || peek() != '/') {
      // inside
    }
    next();
  }

  /** The first characters up to the end of the line. */
  String restOfLine() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int next = peek(); next != END && next != '\n'; next = peek()) {
      next();
      if (text.length() < LONGEST_WORD) {
        text.append((char) next);
      }
    }
    return text.toString();
  }

  /** The letters, digits and underscores that come next, in upper case; may be none. */
  String word() throws IOException {
    StringBuilder word = new StringBuilder();
    while (word.length() < LONGEST_WORD && isOfWord(peek())) {
      word.append((char) next());
    }
    return word.toString().toUpperCase(Locale.ROOT);
  }

  static boolean isOfWord(int next) {
    return next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z' || next == '_' || isDigit(next);
  }

  static boolean isDigit(int next) {
    return next >= '0' && next <= '9';
  }

  /** Bytes as text. */
  String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notText) {
      throw wrong("is not UTF-8 text");
    }
  }

  Failure brokenOff() {
    return Failure.data("the dump breaks off at line " + line);
  }

  Failure wrong(String what) {
    return Failure.data("line " + line + " of the dump " + what);
  }
}
