package com.ivendnext.ivn.crypto;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A password as Frappe stores it: passlib's {@code $pbkdf2-sha256$rounds$salt$checksum}, PBKDF2
 * (RFC 8018) with HMAC-SHA-256.
 *
 * @param rounds 1 to 10,000,000
 */
public record PasswordHash(int rounds, byte[] salt, byte[] checksum) {
  /** OWASP Password Storage Cheat Sheet for PBKDF2-HMAC-SHA256. */
  public static final int ROUNDS = 600_000;

  private static final String PREFIX = "$pbkdf2-sha256$";
  private static final int MOST_ROUNDS = 10_000_000;
  private static final int SALT_BYTES = 16;
  private static final int CHECKSUM_BYTES = 32;

  /** A hash of {@code password} with a salt of its own and today's cost. */
  public static PasswordHash of(char[] password, SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return new PasswordHash(ROUNDS, salt, derive(password, salt, ROUNDS));
  }

  /** The hash that {@code stored} holds, or nothing where it has another form. */
  public static Optional<PasswordHash> parse(String stored) {
    String[] parts = stored.startsWith(PREFIX) ? stored.substring(1).split("\\$") : new String[0];
    if (parts.length != 4 || !parts[1].matches("[0-9]{1,8}")) {
      return Optional.empty();
    }
    int rounds = Integer.parseInt(parts[1]);
    try {
      byte[] checksum = decode(parts[3]);
      boolean sound = rounds >= 1 && rounds <= MOST_ROUNDS && checksum.length == CHECKSUM_BYTES;
      return sound
          ? Optional.of(new PasswordHash(rounds, decode(parts[2]), checksum))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** Whether {@code password} is the one; takes as long for a wrong one. */
  public boolean matches(char[] password) {
    return MessageDigest.isEqual(checksum, derive(password, salt, rounds));
  }

  /** Whether it was made with less than today's cost. */
  public boolean outdated() {
    return rounds < ROUNDS;
  }

  /** The form that is stored. */
  public String text() {
    return PREFIX + rounds + "$" + encode(salt) + "$" + encode(checksum);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PasswordHash hash && text().equals(hash.text());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(salt);
  }

  @Override
  public String toString() {
    return "PasswordHash[hidden]";
  }

  /** The first block of PBKDF2, on bytes: Java's own factory takes characters and mangles some. */
  private static byte[] derive(char[] password, byte[] salt, int rounds) {
    ByteBuffer utf8 = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
    byte[] key = Arrays.copyOf(utf8.array(), Math.max(1, utf8.limit()));
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(salt);
      byte[] block = mac.doFinal(new byte[] {0, 0, 0, 1});
      byte[] sum = block.clone();
      for (int i = 1; i < rounds; i++) {
        block = mac.doFinal(block);
        for (int j = 0; j < sum.length; j++) {
          sum[j] ^= block[j];
        }
      }
      return sum;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } finally {
      Arrays.fill(key, (byte) 0);
      Arrays.fill(utf8.array(), (byte) 0);
    }
  }

  /** passlib's base64: a dot for the plus, no padding. */
  private static String encode(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes).replace('+', '.');
  }

  private static byte[] decode(String text) {
    return Base64.getDecoder().decode(text.replace('.', '+'));
  }
}
