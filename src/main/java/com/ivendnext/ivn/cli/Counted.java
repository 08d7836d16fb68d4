package com.ivendnext.ivn.cli;

/** Numbers with their nouns. */
public final class Counted {
  private Counted() {}

  public static String users(long number) {
    return of(number, "user");
  }

  /** The number and the noun, with an s unless it is one. */
  public static String of(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
