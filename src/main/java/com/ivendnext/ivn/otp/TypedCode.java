package com.ivendnext.ivn.otp;

import java.util.Optional;

/** What a person types for a code. */
public final class TypedCode {

  /** Room for eight digits with any spacing; nothing longer is looked at. */
  private static final int MAX_TYPED = 64;

  private TypedCode() {}

  /**
   * The 6 to 8 digits typed, without white space around them and without spaces, tabs and dashes
   * between them; empty if that is not all there is.
   *
   * <p>Digits are 0 to 9 and no others: had one code several spellings, whoever remembers used
   * codes by spelling would take it twice.
   *
   * @param typed may be null or of any length
   */
  public static Optional<String> read(String typed) {
    if (typed == null || typed.length() > MAX_TYPED) {
      return Optional.empty();
    }
    String text = typed.trim();
    StringBuilder digits = new StringBuilder(Hotp.MAX_DIGITS);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (!isSeparator(c)) {
        return Optional.empty();
      }
    }
    boolean fits = digits.length() >= Hotp.MIN_DIGITS && digits.length() <= Hotp.MAX_DIGITS;
    return fits ? Optional.of(digits.toString()) : Optional.empty();
  }

  /** Also the no-break spaces that mail and chat programs put between digit groups. */
  private static boolean isSeparator(char c) {
    return c == ' ' || c == '\t' || c == '-' || c == '\u00a0' || c == '\u202f';
  }
}
