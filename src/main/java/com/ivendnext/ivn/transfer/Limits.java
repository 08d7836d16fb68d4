package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;

/** How much of a file is believed: beyond that it is refused, before it fills the memory. */
public final class Limits {
  /** A file that is read row by row. */
  public static final long STREAMED_BYTES = 4L << 30;

  /** A file that has to be held as a whole. */
  public static final int WHOLE_BYTES = 32 << 20;

  /** Entries of one file. */
  public static final int ENTRIES = 1_000_000;

  /** Objects and arrays, or elements, inside each other. */
  public static final int DEPTH = 32;

  /** Characters of one text, and of one line. */
  public static final int TEXT = 64 << 10;

  /** Iterations of a key derivation: more is a trap for whoever reads the file. */
  public static final int ITERATIONS = 10_000_000;

  private Limits() {}

  /**
   * A text without white space around it, null where that is empty.
   *
   * @throws Failure data, if it is too long
   */
  static String text(String given) {
    if (given == null) {
      return null;
    }
    if (given.length() > TEXT) {
      throw Failure.data("a text is longer than " + TEXT + " characters");
    }
    String text = given.strip();
    return text.isEmpty() ? null : text;
  }
}
