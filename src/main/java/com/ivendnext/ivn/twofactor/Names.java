package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.Failure;

/** What any name that people give must keep to. */
public final class Names {
  /** Frappe's name columns are varchar(140). */
  private static final int LONGEST = 140;

  private Names() {}

  /**
   * The name without surrounding white space.
   *
   * @param what the kind of name, for the message
   * @throws Failure (usage) when it is empty, too long or holds control characters
   */
  public static String text(String typed, String what) {
    String name = typed.strip();
    int length = name.codePointCount(0, name.length());
    if (name.isEmpty()) {
      throw Failure.usage("a " + what + " cannot be empty");
    }
    if (length > LONGEST) {
      throw Failure.usage("a " + what + " has at most 140 characters, this one has " + length);
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw Failure.usage("a " + what + " cannot hold line breaks or control characters");
    }
    return name;
  }

  /** A name that nobody checked, cut to what a sentence can hold. */
  static String shortened(String name) {
    return name.length() <= 60 ? name : name.substring(0, 60) + "…";
  }
}
