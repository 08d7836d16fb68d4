package com.ivendnext.ivn.crypto;

import com.ivendnext.ivn.Failure;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Fernet tokens (github.com/fernet/spec), in which Frappe keeps secrets: AES-128-CBC, and
 * HMAC-SHA-256 over all of it, which is checked before anything is decrypted.
 */
public final class Fernet {
  private static final byte VERSION = (byte) 0x80;
  private static final int KEY_BYTES = 32;
  private static final int HEAD_BYTES = 1 + Long.BYTES;
  private static final int BLOCK_BYTES = 16;
  private static final int MAC_BYTES = 32;

  private final byte[] signing;
  private final SecretKeySpec encryption;

  /**
   * @param key what a Fernet key is in base64: 16 bytes to sign with, 16 to encrypt with
   * @throws Failure usage, where it has another length
   */
  public Fernet(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw Failure.usage("an encryption_key is 32 bytes of url-safe base64, this one is not");
    }
    signing = Arrays.copyOf(key, BLOCK_BYTES);
    encryption = new SecretKeySpec(key, BLOCK_BYTES, BLOCK_BYTES, "AES");
  }

  /** A token of {@code secret}. Its time is 0: Frappe asks for none, and it would tell of ours. */
  public String seal(byte[] secret, SecureRandom random) {
    byte[] iv = new byte[BLOCK_BYTES];
    random.nextBytes(iv);
    try {
      byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, iv).doFinal(secret);
      byte[] signed =
          ByteBuffer.allocate(HEAD_BYTES + BLOCK_BYTES + ciphertext.length)
              .put(VERSION)
              .putLong(0)
              .put(iv)
              .put(ciphertext)
              .array();
      byte[] token = Arrays.copyOf(signed, signed.length + MAC_BYTES);
      System.arraycopy(HmacSha256.of(signing, signed), 0, token, signed.length, MAC_BYTES);
      return Base64.getUrlEncoder().encodeToString(token);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is in a token of any age; nothing where it is none, or not of this key. */
  public Optional<byte[]> open(String token) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      int signed = bytes.length - MAC_BYTES;
      return signed >= HEAD_BYTES + 2 * BLOCK_BYTES && bytes[0] == VERSION
          ? open(Arrays.copyOf(bytes, signed), Arrays.copyOfRange(bytes, signed, bytes.length))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private Optional<byte[]> open(byte[] signed, byte[] mac) {
    if (!MessageDigest.isEqual(mac, HmacSha256.of(signing, signed))) {
      return Optional.empty();
    }
    int text = HEAD_BYTES + BLOCK_BYTES;
    try {
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, Arrays.copyOfRange(signed, HEAD_BYTES, text))
              .doFinal(signed, text, signed.length - text));
    } catch (GeneralSecurityException notWhole) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] iv) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(mode, encryption, new IvParameterSpec(iv));
    return cipher;
  }

  @Override
  public String toString() {
    return "Fernet[hidden]";
  }
}
