package com.ivendnext.ivn.site;

/** Quoted text with the escapes of Python and JSON. */
final class PythonString {

  private final LiteralText text;
  private final int start;
  private final StringBuilder value = new StringBuilder();

  private PythonString(LiteralText text) {
    this.text = text;
    this.start = text.position();
  }

  /** Reads from the opening quote to the closing one. */
  static String read(LiteralText text) {
    return new PythonString(text).read();
  }

  private String read() {
    char quote = text.next();
    while (!text.skip(quote)) {
      if (text.atEnd() || text.peek() == '\n' || text.peek() == '\r') {
        throw text.failure("a string without its closing quote", start);
      }
      char c = text.next();
      if (c == '\\') {
        readEscape(quote);
      } else {
        value.append(c);
      }
    }
    return value.toString();
  }

  private void readEscape(char quote) {
    char c = text.next();
    switch (c) {
      case '\\', '\'', '"' -> value.append(c);
      case 'a' -> value.append('\u0007');
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case 'n' -> value.append('\n');
      case 'r' -> value.append('\r');
      case 't' -> value.append('\t');
      case 'v' -> value.append('\u000b');
      case 'x' -> value.append((char) readHex(2));
      case 'u' -> value.append((char) readHex(4));
      case 'U' -> value.appendCodePoint(readCodePoint());
      case '0', '1', '2', '3', '4', '5', '6', '7' -> value.append((char) readOctal(c - '0'));
      case 'N' -> throw text.failure("a character by its name");
      default -> readUnknownEscape(c, quote);
    }
  }

  /** Python keeps the backslash of an escape it does not know; JSON has one more, in its quotes. */
  private void readUnknownEscape(char c, char quote) {
    if (c == '\n') {
      return; // the string goes on in the next line
    }
    if (c != '/' || quote != '"') {
      value.append('\\');
    }
    value.append(c);
  }

  private int readHex(int digits) {
    int number = 0;
    for (int i = 0; i < digits; i++) {
      int digit = PythonNumber.digit(text.peek());
      if (digit < 0 || digit >= 16) {
        throw text.failure("an escape without its " + digits + " hexadecimal digits");
      }
      number = number << 4 | digit;
      text.next();
    }
    return number;
  }

  private int readCodePoint() {
    int where = text.position();
    int codePoint = readHex(8);
    if (!Character.isValidCodePoint(codePoint)) {
      throw text.failure("an escape beyond Unicode", where);
    }
    return codePoint;
  }

  private int readOctal(int first) {
    int number = first;
    for (int i = 1; i < 3 && text.peek() >= '0' && text.peek() <= '7'; i++) {
      number = number * 8 + text.next() - '0';
    }
    return number;
  }
}
