package com.ivendnext.ivn.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What a client holds between password and code: 192 random bits in hex, of which only a hash is
 * stored.
 */
record TmpId(String text) {
  private static final int BYTES = 24;

  static TmpId generate(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new TmpId(HexFormat.of().formatHex(bytes));
  }

  static TmpId of(String typed) {
    return new TmpId(typed.strip());
  }

  String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return "TmpId[hidden]";
  }
}
