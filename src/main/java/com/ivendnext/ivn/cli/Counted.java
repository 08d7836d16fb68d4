package com.ivendnext.ivn.cli;

/** Numbers with their nouns. */
public final class Counted {
  private Counted() {}

  public static String users(long number) {
    return number == 1 ? "1 user" : number + " users";
  }
}
