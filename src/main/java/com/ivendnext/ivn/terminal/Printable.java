package com.ivendnext.ivn.terminal;

/**
 * Makes text from elsewhere, such as the name of a user, safe to print: it can then neither steer
 * the terminal nor end the line nor change the order in which its neighbours are shown.
 */
public final class Printable {
  private static final String HEX = "0123456789abcdef";

  private Printable() {}

  /**
   * The text with control characters, bidi overrides and isolates, line and paragraph separators
   * and unpaired surrogates as visible escapes: <code>&#92;x1b</code>, <code>&#92;u202e</code>. The
   * same instance where there are none.
   */
  public static String of(String text) {
    return escaped(text, false);
  }

  /** As {@link #of}, with all but ASCII escaped: what a terminal without UTF-8 will show. */
  public static String ascii(String text) {
    return escaped(text, true);
  }

  private static String escaped(String text, boolean onlyAscii) {
    StringBuilder safe = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean escape = isUnsafe(c) || isUnpaired(text, i) || (onlyAscii && c > 0x7f);
      if (escape && safe == null) {
        safe = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      if (escape) {
        safe.append(escape(c));
      } else if (safe != null) {
        safe.append(c);
      }
    }
    return safe == null ? text : safe.toString();
  }

  /** C0, DEL, C1; line and paragraph separator, bidi embeddings and overrides; bidi isolates. */
  private static boolean isUnsafe(char c) {
    return c < 0x20
        || (c >= 0x7f && c < 0xa0)
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }

  private static boolean isUnpaired(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  /** A control character with two digits, any other with four. */
  static String escape(char c) {
    StringBuilder escape = new StringBuilder(c < 0xa0 ? "\\x" : "\\u");
    for (int shift = c < 0xa0 ? 4 : 12; shift >= 0; shift -= 4) {
      escape.append(HEX.charAt(c >> shift & 0xf));
    }
    return escape.toString();
  }
}
