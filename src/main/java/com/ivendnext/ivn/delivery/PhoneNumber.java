package com.ivendnext.ivn.delivery;

import com.ivendnext.ivn.Failure;

/** Phone numbers as people write them, and as gateways take them (ITU-T E.164). */
final class PhoneNumber {
  private static final int FEWEST = 7;
  private static final int MOST = 15;

  private PhoneNumber() {}

  /**
   * {@code +} and 7 to 15 digits: spaces, dashes, dots and parentheses dropped, a leading {@code
   * 00} read as {@code +}.
   *
   * @throws Failure (delivery) for anything else, and for a number without country code: whose
   *     country it is would be a guess, and a code may go to a stranger
   */
  static String e164(String written) {
    if (written.contains("(0)")) {
      throw refused("(0) in a phone number can mean to dial the 0 or to leave it out");
    }
    String number = compact(written);
    if (number.startsWith("00")) {
      number = "+" + number.substring(2);
    }
    if (!number.startsWith("+")) {
      throw refused("the phone number has no country code");
    }
    int digits = number.length() - 1;
    if (digits < FEWEST || digits > MOST) {
      throw refused("a phone number has " + FEWEST + " to " + MOST + " digits, this one " + digits);
    }
    if (number.charAt(1) == '0') {
      throw refused("no country code begins with 0");
    }
    return number;
  }

  /** {@code +49******789}; fewer digits at the end of a short number, stars alone for no number. */
  static String masked(String written) {
    String number;
    try {
      number = e164(written);
    } catch (Failure none) {
      return Redaction.HIDDEN;
    }
    int shown = number.length() > 10 ? 3 : 1;
    return number.substring(0, 3) + "******" + number.substring(number.length() - shown);
  }

  /** Digits, and the plus sign where it comes first. */
  private static String compact(String written) {
    StringBuilder compact = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if ((c >= '0' && c <= '9') || (c == '+' && compact.length() == 0)) {
        compact.append(c);
      } else if (!separates(c)) {
        throw refused("the phone number holds a character that is neither digit nor separator");
      }
    }
    return compact.toString();
  }

  /** Of spaces and dashes also those that word processors and address books put in. */
  private static boolean separates(char c) {
    return c == '.'
        || c == '('
        || c == ')'
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.DASH_PUNCTUATION;
  }

  private static Failure refused(String why) {
    return Failure.delivery(why)
        .hint("a number with its country code is sure, such as +49 151 12345789");
  }
}
