package com.ivendnext.ivn.cli;

/**
 * One node of the command tree.
 *
 * @param path the words that name it, such as {@code user enroll}
 * @param summary one line for help; null for an alias
 * @param aliasOf the path that a hidden alias stands for; null otherwise
 * @param group whether it only holds other commands
 */
public record CommandEntry(String path, String summary, String aliasOf, boolean group) {

  public static CommandEntry command(String path, String summary) {
    return new CommandEntry(path, summary, null, false);
  }

  public static CommandEntry group(String path, String summary) {
    return new CommandEntry(path, summary, null, true);
  }

  /** A spelling that people know from bench; help does not list it. */
  public static CommandEntry alias(String path, String aliasOf) {
    return new CommandEntry(path, null, aliasOf, false);
  }

  /** The simple name of the class that holds the command: {@code UserEnroll}. */
  public String className() {
    StringBuilder name = new StringBuilder();
    boolean upper = true;
    for (char character : path.toCharArray()) {
      if (character == ' ' || character == '-') {
        upper = true;
      } else {
        name.append(upper ? Character.toUpperCase(character) : character);
        upper = false;
      }
    }
    return name.toString();
  }

  /** The last word of the path. */
  public String word() {
    return path.substring(path.lastIndexOf(' ') + 1);
  }
}
