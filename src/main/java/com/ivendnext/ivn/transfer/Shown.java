package com.ivendnext.ivn.transfer;

/** Text from files in messages. */
final class Shown {
  private static final int LONGEST = 60;

  private Shown() {}

  /** A text that nobody checked, cut to what a sentence can hold. */
  static String of(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
