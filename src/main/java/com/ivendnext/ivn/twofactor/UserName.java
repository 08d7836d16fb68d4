package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.Failure;
import java.text.Normalizer;
import java.util.Locale;

/** Names of users: an e-mail address in lower case, as in Frappe, or {@link #ADMINISTRATOR}. */
public final class UserName {
  public static final String ADMINISTRATOR = "Administrator";

  /** Frappe's tabUser.name is a varchar(140). */
  private static final int LONGEST = 140;

  private UserName() {}

  /** The form under which {@code typed} is kept: trimmed, lower case, composed (NFC). */
  public static String canonical(String typed) {
    String name = composed(typed.strip());
    return name.equalsIgnoreCase(ADMINISTRATOR) ? ADMINISTRATOR : name.toLowerCase(Locale.ROOT);
  }

  /** ASCII is composed as it is; the normalizer's tables cost every start several milliseconds. */
  private static String composed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
      }
    }
    return text;
  }

  /**
   * The e-mail address of the account {@code name} of the operating system.
   *
   * @param name stays as it is where it is an address already
   * @param domain such as {@code example.com}
   * @throws Failure (usage) when {@code domain} is none
   */
  public static String inDomain(String name, String domain) {
    if (domain.isEmpty()
        || domain.indexOf('@') >= 0
        || !domain.codePoints().allMatch(UserName::allowed)) {
      throw Failure.usage("a domain is written example.com");
    }
    return name.indexOf('@') >= 0 ? name : name.strip() + "@" + domain;
  }

  /**
   * The canonical form of {@code typed} as the name of a new user.
   *
   * @throws Failure (usage) when it is not an e-mail address that fits
   */
  public static String forNewUser(String typed) {
    String name = canonical(typed);
    int length = name.codePointCount(0, name.length());
    if (length > LONGEST) {
      throw Failure.usage("a user name has at most 140 characters, this one has " + length);
    }
    int at = name.indexOf('@');
    boolean address =
        name.equals(ADMINISTRATOR)
            || at > 0 && at == name.lastIndexOf('@') && at < name.length() - 1;
    if (!address || !name.codePoints().allMatch(UserName::allowed)) {
      throw Failure.usage("a user name is an e-mail address without spaces or colons")
          .hint("for example ivn user add user@example.com");
    }
    return name;
  }

  /** A colon would split the label of the authenticator app in the wrong place. */
  private static boolean allowed(int character) {
    return character != ':'
        && !Character.isWhitespace(character)
        && !Character.isSpaceChar(character)
        && !Character.isISOControl(character)
        && Character.getType(character) != Character.FORMAT
        && Character.getType(character) != Character.SURROGATE;
  }
}
