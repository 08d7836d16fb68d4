package com.ivendnext.ivn.site;

import com.ivendnext.ivn.Failure;
import java.util.Set;

/** What a site may be called: a host name, more or less, and always a single directory name. */
public final class SiteName {

  /** The longest name, in characters; Frappe's own limit for a document name. */
  public static final int MAX_LENGTH = 140;

  /** {@code all} stands for every site; the others are directories of a bench. */
  private static final Set<String> RESERVED = Set.of("all", "apps", "archived", "assets");

  private SiteName() {}

  /**
   * Lets a valid name pass.
   *
   * @throws Failure of kind usage that tells what is wrong with it
   */
  public static void check(String name) {
    if (name.isEmpty()) {
      throw Failure.usage("a site name cannot be empty");
    }
    if (name.length() > MAX_LENGTH) {
      throw Failure.usage("a site name cannot be longer than 140 characters");
    }
    if (!isLetterOrDigit(name.charAt(0))) {
      throw Failure.usage("a site name must start with a letter or a digit");
    }
    if (!holdsOnlyAllowed(name)) {
      throw Failure.usage(
          "a site name may only hold letters, digits, dots, dashes and underscores");
    }
    if (name.contains("..")) {
      throw Failure.usage("a site name cannot hold two dots in a row");
    }
    if (RESERVED.contains(name)) {
      throw Failure.usage("a site cannot be called " + name + ", which is reserved");
    }
  }

  /** Whether it names an entry of a directory, and no way out of it. */
  static boolean isDirectoryEntry(String name) {
    return !name.isEmpty() && name.charAt(0) != '.' && name.indexOf('/') < 0;
  }

  private static boolean holdsOnlyAllowed(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isLetterOrDigit(c) && c != '.' && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }
}
