package com.ivendnext.ivn.site;

import java.math.BigInteger;

/** A number as Python writes it: {@code -5}, {@code 0x10}, {@code 1_000}, {@code 1e-5}. */
final class PythonNumber {

  /** No integer of at most {@link FrappeJson#MAX_DIGITS} decimal digits has more binary ones. */
  private static final int MAX_BINARY_DIGITS = 14_285;

  private final LiteralText text;
  private final int start;
  private final StringBuilder digits = new StringBuilder();

  private PythonNumber(LiteralText text) {
    this.text = text;
    this.start = text.position();
  }

  /**
   * Reads a number with its sign: a {@code Long}, a {@code BigInteger} or a finite {@code Double}.
   */
  static Object read(LiteralText text) {
    return new PythonNumber(text).read();
  }

  /** The value of a digit up to base 36, or -1. */
  static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    char lower = (char) (c | 0x20);
    return lower >= 'a' && lower <= 'z' ? lower - 'a' + 10 : -1;
  }

  private Object read() {
    boolean negative = readSign();
    int radix = readPrefix();
    Object number = radix == 10 ? readDecimal(negative) : readPrefixed(negative, radix);
    if (isDigit(text.peek(), 36) || text.peek() == '_' || text.peek() == '.') {
      throw text.failure("unexpected text in a number");
    }
    return number;
  }

  private boolean readSign() {
    boolean negative = text.skip('-');
    if (negative || text.skip('+')) {
      text.skipBlanks();
    }
    return negative;
  }

  private int readPrefix() {
    int radix =
        switch (text.peek() == '0' ? text.peekSecond() : LiteralText.END) {
          case 'x', 'X' -> 16;
          case 'o', 'O' -> 8;
          case 'b', 'B' -> 2;
          default -> 10;
        };
    if (radix != 10) {
      text.next();
      text.next();
      text.skip('_');
    }
    return radix;
  }

  private Object readPrefixed(boolean negative, int radix) {
    readDigits(radix);
    return integer(negative, radix);
  }

  private Object readDecimal(boolean negative) {
    boolean whole = text.peek() != '.';
    if (whole) {
      readDigits(10);
    }
    boolean fraction = readFraction(whole);
    if (readExponent() || fraction) {
      return real(negative);
    }
    if (digits.charAt(0) == '0' && !isZero()) {
      throw text.failure("an integer with a leading zero", start);
    }
    return integer(negative, 10);
  }

  private boolean readFraction(boolean digitsOptional) {
    if (!text.skip('.')) {
      return false;
    }
    digits.append('.');
    if (!digitsOptional || isDigit(text.peek(), 10)) {
      readDigits(10);
    }
    return true;
  }

  private boolean readExponent() {
    if (!text.skip('e') && !text.skip('E')) {
      return false;
    }
    digits.append('e');
    if (text.peek() == '-' || text.peek() == '+') {
      digits.append(text.next());
    }
    readDigits(10);
    return true;
  }

  /** Reads digits with single underscores between them. */
  private void readDigits(int radix) {
    do {
      if (!isDigit(text.peek(), radix)) {
        throw text.failure("a digit is missing");
      }
      digits.append(text.next());
    } while (text.skip('_') || isDigit(text.peek(), radix));
  }

  private static boolean isDigit(char c, int radix) {
    int digit = digit(c);
    return digit >= 0 && digit < radix;
  }

  private boolean isZero() {
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) != '0') {
        return false;
      }
    }
    return true;
  }

  private Object integer(boolean negative, int radix) {
    int limit = radix == 10 ? FrappeJson.MAX_DIGITS : MAX_BINARY_DIGITS;
    BigInteger size = digits.length() > limit ? null : new BigInteger(digits.toString(), radix);
    if (size == null || size.compareTo(BigInteger.TEN.pow(FrappeJson.MAX_DIGITS)) >= 0) {
      throw text.failure("an integer of more than 4300 digits", start);
    }
    BigInteger number = negative ? size.negate() : size;
    return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
  }

  private Double real(boolean negative) {
    double size = Double.parseDouble(digits.toString());
    if (Double.isInfinite(size)) {
      throw text.failure("a number too large", start);
    }
    return negative ? -size : size;
  }
}
