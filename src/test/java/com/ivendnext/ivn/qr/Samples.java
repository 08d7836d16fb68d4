package com.ivendnext.ivn.qr;

import java.util.Random;

/** Texts of every length a user may get. */
final class Samples {
  /** Bytes that versions 1 to 15 hold with error correction M (ISO/IEC 18004, table 7). */
  private static final int[] CAPACITY = {
    14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412
  };

  private Samples() {}

  /** A text that just fits into a version, 1 to 15; from version 5 on, a key URI. */
  static String uri(int version) {
    String start = "otpauth://totp/iVendNext:alice%40example.com?issuer=iVendNext&secret=";
    StringBuilder uri = new StringBuilder(start);
    Random secret = new Random(version);
    while (uri.length() < CAPACITY[version - 1]) {
      uri.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(secret.nextInt(32)));
    }
    return uri.substring(0, CAPACITY[version - 1]);
  }
}
