package com.ivendnext.ivn.twofactor;

import java.security.SecureRandom;
import java.util.Optional;

/**
 * A code on paper that gets somebody in once: 120 random bits (NIST SP 800-63B-4 section 3.1.2 asks
 * for 112 where a plain salted hash is to do) as 24 characters of Crockford's base32, in groups of
 * four. It has no i, l, o and u; where people write one all the same, 1 and 0 are meant.
 */
public final class RecoveryCode {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 24;
  private static final int GROUP = 4;
  private static final int SHORTEST_IMPORTED = 8;
  private static final int LONGEST_IMPORTED = 64;

  /** Room for any spacing; nothing longer is looked at. */
  private static final int MAX_TYPED = 128;

  private final String characters;

  private RecoveryCode(String characters) {
    this.characters = characters;
  }

  static RecoveryCode generate(SecureRandom random) {
    StringBuilder characters = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      characters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new RecoveryCode(characters.toString());
  }

  /** The code that somebody typed, in either case and with any spaces and dashes; else nothing. */
  public static Optional<RecoveryCode> read(String typed) {
    if (typed == null || typed.length() > MAX_TYPED) {
      return Optional.empty();
    }
    StringBuilder characters = new StringBuilder(LENGTH);
    for (char character : typed.trim().toCharArray()) {
      char plain = plain(character);
      if (plain != 0) {
        characters.append(plain);
      } else if (character != ' ' && character != '-') {
        return Optional.empty();
      }
    }
    return characters.length() == LENGTH
        ? Optional.of(new RecoveryCode(characters.toString()))
        : Optional.empty();
  }

  /**
   * A code that another program made, such as the eight digits of Google Authenticator's scratch
   * codes: 8 to 64 letters and digits in either case, with any spaces and dashes. It may be short
   * enough to be guessed; see {@link ImportedCodeCheck}.
   */
  public static Optional<RecoveryCode> readImported(String typed) {
    if (typed == null || typed.length() > MAX_TYPED) {
      return Optional.empty();
    }
    StringBuilder characters = new StringBuilder();
    for (char character : typed.trim().toCharArray()) {
      if (character >= 'A' && character <= 'Z') {
        characters.append((char) (character + 32));
      } else if (character >= 'a' && character <= 'z' || character >= '0' && character <= '9') {
        characters.append(character);
      } else if (character != ' ' && character != '-') {
        return Optional.empty();
      }
    }
    return characters.length() >= SHORTEST_IMPORTED && characters.length() <= LONGEST_IMPORTED
        ? Optional.of(new RecoveryCode(characters.toString()))
        : Optional.empty();
  }

  private static char plain(char character) {
    char lower = character >= 'A' && character <= 'Z' ? (char) (character + 32) : character;
    return switch (lower) {
      case 'o' -> '0';
      case 'i', 'l' -> '1';
      default -> ALPHABET.indexOf(lower) < 0 ? 0 : lower;
    };
  }

  /** What is hashed. */
  public String characters() {
    return characters;
  }

  /** For the user's eyes: {@code 0123-4567-…}. */
  public String grouped() {
    StringBuilder grouped = new StringBuilder();
    for (int i = 0; i < LENGTH; i += GROUP) {
      grouped.append(i == 0 ? "" : "-").append(characters, i, i + GROUP);
    }
    return grouped.toString();
  }

  @Override
  public String toString() {
    return "RecoveryCode[hidden]";
  }
}
