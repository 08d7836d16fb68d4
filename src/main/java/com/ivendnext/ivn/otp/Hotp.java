package com.ivendnext.ivn.otp;

import com.ivendnext.ivn.Failure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Counter-based one-time passwords (RFC 4226), with the hash functions of RFC 6238.
 *
 * @param digits length of a code, 6 to 8
 */
public record Hotp(HashAlgorithm algorithm, int digits) {

  static final int MIN_DIGITS = 6;
  static final int MAX_DIGITS = 8;

  /**
   * @throws Failure usage, if the digits are not 6 to 8
   */
  public Hotp {
    requireDigits(digits);
  }

  static void requireDigits(int digits) {
    if (digits < MIN_DIGITS || digits > MAX_DIGITS) {
      throw Failure.usage("a code has 6 to 8 digits, not " + digits);
    }
  }

  /**
   * The code for one counter, leading zeros kept.
   *
   * @param counter 0 to {@link Long#MAX_VALUE}
   * @throws Failure usage, if the counter is negative
   */
  public String code(SharedSecret secret, long counter) {
    return generator(secret).code(counter);
  }

  /** What makes many codes of one secret: its key is set up once. */
  public Generator generator(SharedSecret secret) {
    HMac mac = new HMac(algorithm.digest());
    mac.init(new KeyParameter(secret.bytes()));
    return new Generator(mac, digits);
  }

  /** The codes of one secret by moving factor. For one thread at a time. */
  public static final class Generator {

    private final HMac mac;
    private final int digits;

    private Generator(HMac mac, int digits) {
      this.mac = mac;
      this.digits = digits;
    }

    /**
     * The code for one moving factor (a counter or a time step), leading zeros kept.
     *
     * @throws Failure usage, if the moving factor is negative
     */
    public String code(long movingFactor) {
      return new String(ascii(movingFactor), StandardCharsets.US_ASCII);
    }

    /**
     * Whether the code is the one for this moving factor, compared in constant time.
     *
     * @throws Failure usage, if the moving factor is negative
     */
    public boolean matches(String code, long movingFactor) {
      byte[] typed = code.getBytes(StandardCharsets.UTF_8);
      return MessageDigest.isEqual(ascii(movingFactor), typed);
    }

    /** RFC 4226 section 5.3; digits are written by hand so that no locale has a say. */
    private byte[] ascii(long movingFactor) {
      if (movingFactor < 0) {
        throw Failure.usage("counter must not be negative");
      }
      int rest = truncate(hash(bigEndian(movingFactor)));
      byte[] code = new byte[digits];
      for (int i = digits - 1; i >= 0; i--) {
        code[i] = (byte) ('0' + rest % 10);
        rest /= 10;
      }
      return code;
    }

    private byte[] hash(byte[] message) {
      mac.update(message, 0, message.length);
      byte[] hash = new byte[mac.getMacSize()];
      mac.doFinal(hash, 0);
      return hash;
    }

    private static byte[] bigEndian(long number) {
      byte[] bytes = new byte[Long.BYTES];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) (number >>> 8 * (bytes.length - 1 - i));
      }
      return bytes;
    }

    /** Dynamic truncation to 31 bits. */
    private static int truncate(byte[] hash) {
      int offset = hash[hash.length - 1] & 0xf;
      return (hash[offset] & 0x7f) << 24
          | (hash[offset + 1] & 0xff) << 16
          | (hash[offset + 2] & 0xff) << 8
          | hash[offset + 3] & 0xff;
    }
  }
}
