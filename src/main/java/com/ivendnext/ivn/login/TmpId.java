package com.ivendnext.ivn.login;

import com.ivendnext.ivn.crypto.Sha256;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What a client holds between password and code, and once logged in: 192 random bits in hex, of
 * which only a hash is stored.
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
    return Sha256.hex(text);
  }

  @Override
  public String toString() {
    return "TmpId[hidden]";
  }
}
