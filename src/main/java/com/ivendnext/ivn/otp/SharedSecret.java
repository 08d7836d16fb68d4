package com.ivendnext.ivn.otp;

import com.ivendnext.ivn.Failure;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The key that an authenticator and its site share: 80 to 1024 bits, never shown by {@code
 * toString}, compared in constant time.
 *
 * <p>Not a record: a record would give its bytes away.
 */
public final class SharedSecret {

  /** What RFC 4226 section 4 R6 recommends. */
  private static final int GENERATED_BYTES = 20;

  private static final int WEAK_BELOW_BITS = 128;
  private static final int MIN_BITS = 80;
  private static final int MAX_BITS = 1024;

  private final byte[] bytes;

  private SharedSecret(byte[] bytes) {
    int bits = bytes.length * 8;
    if (bits < MIN_BITS) {
      throw Failure.usage("shared secret has only " + bits + " bits, the least is " + MIN_BITS);
    }
    if (bits > MAX_BITS) {
      throw Failure.usage("shared secret has " + bits + " bits, the most is " + MAX_BITS);
    }
    this.bytes = bytes;
  }

  /** A new secret of 160 bits. */
  public static SharedSecret generate(SecureRandom random) {
    byte[] bytes = new byte[GENERATED_BYTES];
    random.nextBytes(bytes);
    return new SharedSecret(bytes);
  }

  /**
   * The secret with these bytes, which are copied.
   *
   * @throws Failure usage, under 80 or over 1024 bits
   */
  public static SharedSecret ofBytes(byte[] bytes) {
    return new SharedSecret(bytes.clone());
  }

  /**
   * The secret written as base32, read as {@link Base32#decode} does.
   *
   * @throws Failure usage, if it is not base32, under 80 or over 1024 bits
   */
  public static SharedSecret ofBase32(String text) {
    return new SharedSecret(Base32.decode(text));
  }

  /**
   * The secret written as hexadecimal digits of either case, two a byte, without separators.
   *
   * @throws Failure usage, if it is not hexadecimal, under 80 or over 1024 bits
   */
  public static SharedSecret ofHex(String text) {
    return new SharedSecret(parseHex(text));
  }

  private static byte[] parseHex(String text) {
    try {
      return HexFormat.of().parseHex(text);
    } catch (IllegalArgumentException e) {
      // not kept as the cause: its message may quote the secret
      throw Failure.usage("shared secret is not hexadecimal").hint("two digits 0-9 or a-f a byte");
    }
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The length in bits. */
  public int bits() {
    return bytes.length * 8;
  }

  /** Whether it is shorter than the 128 bits that RFC 4226 section 4 R6 requires. */
  public boolean isWeak() {
    return bits() < WEAK_BELOW_BITS;
  }

  /** Upper-case base32 without padding, for programs. */
  public String base32() {
    return Base32.encode(bytes);
  }

  /** Base32 in groups of four with one space between, for people. */
  public String grouped() {
    StringBuilder text = new StringBuilder(base32());
    for (int i = 4; i < text.length(); i += 5) {
      text.insert(i, ' ');
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SharedSecret secret && MessageDigest.isEqual(bytes, secret.bytes);
  }

  /** Says no more than the length: a hash of the bytes would leak some of them. */
  @Override
  public int hashCode() {
    return bytes.length;
  }

  @Override
  public String toString() {
    return "SharedSecret[" + bits() + " bits]";
  }
}
