package com.ivendnext.ivn.crypto;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * HMAC-SHA-256 (RFC 2104), without Java's providers: to find one of them and start it takes longer
 * than a JVM.
 */
public final class HmacSha256 {
  private static final int BYTES = 32;

  private HmacSha256() {}

  /** The 32 byte code of {@code message} under {@code key}. */
  public static byte[] of(byte[] key, byte[] message) {
    HMac mac = new HMac(new SHA256Digest());
    mac.init(new KeyParameter(key));
    mac.update(message, 0, message.length);
    byte[] code = new byte[BYTES];
    mac.doFinal(code, 0);
    return code;
  }
}
