package com.ivendnext.ivn.crypto;

import com.ivendnext.ivn.Failure;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESLightEngine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Seals secrets into the store with AES-256-GCM (NIST SP 800-38D, 96-bit random nonces).
 *
 * <p>A sealed value names its place ({@link Place}) as associated data, so that it opens nowhere
 * else. Its form is url-safe base64 of version (1 byte), nonce (12 bytes), ciphertext and tag.
 */
public final class Sealer {
  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  /**
   * Where a sealed value stands: table, column, row and the user it belongs to; empty where that is
   * the site itself.
   */
  public record Place(String table, String column, String row, String user) {
    private byte[] associatedData() {
      String joined = table + '\0' + column + '\0' + row + '\0' + user;
      return joined.getBytes(StandardCharsets.UTF_8);
    }

    private String owner() {
      return user.isEmpty() ? "the site" : user;
    }
  }

  private final KeyParameter key;
  private final Supplier<SecureRandom> random;

  public Sealer(MasterKey master, Supplier<SecureRandom> random) {
    this.key = new KeyParameter(master.derive("ivn seal"));
    this.random = random;
  }

  public String seal(byte[] secret, Place place) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.get().nextBytes(nonce);
    byte[] ciphertext = encrypt(nonce, secret, place);
    ByteBuffer sealed = ByteBuffer.allocate(1 + NONCE_BYTES + ciphertext.length);
    sealed.put(VERSION).put(nonce).put(ciphertext);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.array());
  }

  /**
   * The secret that was sealed for {@code place}.
   *
   * @throws Failure (data) when it was sealed with another key or for another place, or was changed
   */
  public byte[] open(String sealed, Place place) {
    return tryOpen(sealed, place)
        .orElseThrow(
            () ->
                Failure.data("a secret of " + place.owner() + " in the store does not open")
                    .hint(
                        "it was damaged, or moved from another row; revoke that authenticator,"
                            + " enroll anew"));
  }

  /** The secret that was sealed for {@code place}, or nothing where {@link #open} would throw. */
  public Optional<byte[]> tryOpen(String sealed, Place place) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(Base64.getUrlDecoder().decode(sealed));
      byte version = buffer.get();
      byte[] nonce = new byte[NONCE_BYTES];
      buffer.get(nonce);
      byte[] ciphertext = new byte[buffer.remaining()];
      buffer.get(ciphertext);
      boolean whole = version == VERSION && ciphertext.length >= TAG_BITS / 8;
      return Optional.ofNullable(whole ? decrypt(nonce, ciphertext, place) : null);
    } catch (IllegalArgumentException | BufferUnderflowException damaged) {
      return Optional.empty();
    }
  }

  private byte[] decrypt(byte[] nonce, byte[] ciphertext, Place place) {
    try {
      return crypt(false, nonce, ciphertext, place);
    } catch (InvalidCipherTextException refused) {
      return null;
    }
  }

  private byte[] encrypt(byte[] nonce, byte[] secret, Place place) {
    try {
      return crypt(true, nonce, secret, place);
    } catch (InvalidCipherTextException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** By Bouncy Castle: to start one of Java's own providers takes longer than a JVM. */
  private byte[] crypt(boolean sealing, byte[] nonce, byte[] input, Place place)
      throws InvalidCipherTextException {
    GCMModeCipher cipher = GCMBlockCipher.newInstance(new AESLightEngine());
    cipher.init(sealing, new AEADParameters(key, TAG_BITS, nonce, place.associatedData()));
    byte[] output = new byte[cipher.getOutputSize(input.length)];
    int length = cipher.processBytes(input, 0, input.length, output, 0);
    cipher.doFinal(output, length);
    return output;
  }
}
