package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.crypto.Sha256;
import java.security.SecureRandom;
import java.util.HexFormat;

/** What stands in a link: 192 random bits in hex, of which only a hash is stored. */
record LinkKey(String text) {
  private static final int BYTES = 24;

  static LinkKey generate(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new LinkKey(HexFormat.of().formatHex(bytes));
  }

  String hash() {
    return Sha256.hex(text);
  }

  @Override
  public String toString() {
    return "LinkKey[hidden]";
  }
}
