package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import com.password4j.ScryptFunction;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The cryptography of the encrypted backups of apps: AES-256-GCM, scrypt (RFC 7914). */
final class AppCipher {
  static final int KEY_BYTES = 32;
  static final int NONCE_BYTES = 12;
  static final int TAG_BYTES = 16;

  /** Bytes of memory that scrypt may take, twice what Aegis asks for. */
  private static final long MOST_MEMORY = 64L << 20;

  /** N times r times p, a measure of time: 16 times what Aegis asks for. */
  private static final long MOST_TIME = 1L << 22;

  private AppCipher() {}

  /**
   * Decrypts AES-256-GCM with a tag of 128 bits at the end.
   *
   * @return null where the key is another one, or what is encrypted was changed
   */
  static byte[] open(byte[] key, byte[] nonce, byte[] sealed) {
    if (key.length != KEY_BYTES || nonce.length != NONCE_BYTES || sealed.length < TAG_BYTES) {
      throw Failure.data("the file is encrypted otherwise than by AES-256-GCM, or is cut off");
    }
    try {
      return cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(sealed);
    } catch (AEADBadTagException other) {
      return null;
    } catch (GeneralSecurityException e) {
      throw Failure.internal("this Java has no AES-GCM", e);
    }
  }

  /** The other way round. A nonce serves once with a key. */
  static byte[] seal(byte[] key, byte[] nonce, byte[] plain) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(plain);
    } catch (GeneralSecurityException e) {
      throw Failure.internal("this Java has no AES-GCM", e);
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    GCMParameterSpec parameters = new GCMParameterSpec(TAG_BYTES * 8, nonce);
    cipher.init(mode, new SecretKeySpec(key, "AES"), parameters);
    return cipher;
  }

  /** What scrypt is told beside the passphrase. */
  record Scrypt(byte[] salt, int n, int r, int p) {

    /**
     * @throws Failure data: these are none, or would take memory or time that nobody means
     */
    Scrypt {
      boolean sound = n > 1 && Integer.bitCount(n) == 1 && r > 0 && p > 0 && salt.length > 0;
      if (!sound) {
        throw Failure.data("the file derives its key with numbers that scrypt does not take");
      }
      if (128L * n * r > MOST_MEMORY
          || 128L * r * p > MOST_MEMORY
          || (long) n * r > MOST_TIME / p) {
        throw Failure.data("the file derives its key at an unreasonable cost");
      }
    }

    /** The key of 256 bits for the UTF-8 of a passphrase. */
    byte[] key(char[] passphrase) {
      ByteBuffer utf8 = StandardCharsets.UTF_8.encode(CharBuffer.wrap(passphrase));
      byte[] secret = Arrays.copyOf(utf8.array(), utf8.limit());
      try {
        return ScryptFunction.getInstance(n, r, p, KEY_BYTES).hash(secret, salt).getBytes();
      } finally {
        Arrays.fill(secret, (byte) 0);
        Arrays.fill(utf8.array(), (byte) 0);
      }
    }
  }

  static byte[] random(SecureRandom random, int bytes) {
    byte[] fresh = new byte[bytes];
    random.nextBytes(fresh);
    return fresh;
  }
}
