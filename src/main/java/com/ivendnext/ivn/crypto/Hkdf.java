package com.ivendnext.ivn.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** HKDF with SHA-256 (RFC 5869), for keys of at most one hash length. */
final class Hkdf {
  private static final int HASH_BYTES = 32;

  private Hkdf() {}

  /**
   * Extract with an empty salt, expand once.
   *
   * @param length 1 to 32 bytes
   */
  static byte[] derive(byte[] key, String purpose, int length) {
    byte[] pseudoRandomKey = HmacSha256.of(new byte[HASH_BYTES], key);
    return expand(pseudoRandomKey, purpose.getBytes(StandardCharsets.UTF_8), length);
  }

  /** The first block of RFC 5869 section 2.3: HMAC(PRK, info | 0x01). */
  static byte[] expand(byte[] pseudoRandomKey, byte[] info, int length) {
    byte[] message = Arrays.copyOf(info, info.length + 1);
    message[info.length] = 1;
    return Arrays.copyOf(HmacSha256.of(pseudoRandomKey, message), length);
  }
}
