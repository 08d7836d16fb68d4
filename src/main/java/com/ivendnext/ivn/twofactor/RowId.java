package com.ivendnext.ivn.twofactor;

import java.security.SecureRandom;

/** Identifiers of rows that nobody types: 16 characters, 80 random bits. */
public final class RowId {
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 16;

  private RowId() {}

  /** The next one. */
  public static String next(SecureRandom random) {
    StringBuilder id = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }
}
