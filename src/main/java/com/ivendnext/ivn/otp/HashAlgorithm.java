package com.ivendnext.ivn.otp;

import com.ivendnext.ivn.Failure;
import java.util.Locale;
import org.bouncycastle.crypto.ExtendedDigest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;

/** The hash functions that one-time passwords are made with (RFC 6238 section 1.2). */
public enum HashAlgorithm {
  SHA1,
  SHA256,
  SHA512;

  /** The hash function itself, for one use at a time. */
  ExtendedDigest digest() {
    return switch (this) {
      case SHA1 -> new SHA1Digest();
      case SHA256 -> new SHA256Digest();
      case SHA512 -> new SHA512Digest();
    };
  }

  /**
   * Reads {@code SHA256}, {@code sha-256}, {@code HmacSHA256} or {@code HMAC-SHA-256}, and so on.
   *
   * @throws Failure usage, for any other name: never a silent SHA1
   */
  public static HashAlgorithm parse(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "sha1", "sha-1", "hmacsha1", "hmac-sha1", "hmac-sha-1" -> SHA1;
      case "sha256", "sha-256", "hmacsha256", "hmac-sha256", "hmac-sha-256" -> SHA256;
      case "sha512", "sha-512", "hmacsha512", "hmac-sha512", "hmac-sha-512" -> SHA512;
      default -> throw Failure.usage("unknown hash algorithm").hint("use SHA1, SHA256 or SHA512");
    };
  }
}
