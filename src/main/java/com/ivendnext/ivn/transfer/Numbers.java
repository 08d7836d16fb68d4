package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;

/** Whole numbers in files. */
final class Numbers {
  private static final int MOST_DIGITS = 18;

  private Numbers() {}

  /**
   * The number that consists of the digits 0 to 9, at most 18 of them.
   *
   * @param what it is, for the message
   * @throws Failure data, where it is anything else
   */
  static long of(String text, String what) {
    boolean digits = !text.isEmpty() && text.length() <= MOST_DIGITS;
    for (int i = 0; digits && i < text.length(); i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    if (!digits) {
      throw Failure.data(what + " is no whole number");
    }
    return Long.parseLong(text);
  }

  /**
   * As {@link #of}, at most a billion.
   *
   * @throws Failure data, as that
   */
  static int small(String text, String what) {
    long number = of(text, what);
    if (number > 1_000_000_000) {
      throw Failure.data(what + " is too large");
    }
    return (int) number;
  }
}
