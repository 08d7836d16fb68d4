package com.ivendnext.ivn.twofactor;

/** Text as one word of a command that a person may copy into a shell. */
public final class ShellWord {
  private static final String PLAIN = "@%+=:,./_-";
  private static final String SPECIAL_IN_DOUBLE_QUOTES = "\"$`\\!";

  private ShellWord() {}

  /** The text as it is, or in quotes where a shell would take it for something else. */
  public static String of(String text) {
    boolean plain = !text.isEmpty();
    boolean special = false;
    for (char character : text.toCharArray()) {
      plain &= isPlain(character);
      special |= SPECIAL_IN_DOUBLE_QUOTES.indexOf(character) >= 0;
    }
    if (plain) {
      return text;
    }
    return special ? "'" + text.replace("'", "'\\''") + "'" : "\"" + text + "\"";
  }

  private static boolean isPlain(char character) {
    return character >= 'a' && character <= 'z'
        || character >= 'A' && character <= 'Z'
        || character >= '0' && character <= '9'
        || character > 0x7f
        || PLAIN.indexOf(character) >= 0;
  }
}
