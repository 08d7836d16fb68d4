package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The cryptography of RFC 6030 section 6. */
final class PskcCipher {
  static final String AES = "http://www.w3.org/2001/04/xmlenc#aes";
  static final String HMAC_SHA1 = "http://www.w3.org/2000/09/xmldsig#hmac-sha1";
  static final String HMAC_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256";
  static final String HMAC_SHA512 = "http://www.w3.org/2001/04/xmldsig-more#hmac-sha512";
  static final String PBKDF2 = "http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#pbkdf2";

  private static final int BLOCK = 16;

  private PskcCipher() {}

  /** The identifier of AES-CBC with such a key. */
  static String algorithm(byte[] key) {
    return AES + key.length * 8 + "-cbc";
  }

  /**
   * The name of a keyed hash in the Java Cryptography Architecture.
   *
   * @throws Failure data, where it is none of the three that are known
   */
  static String macName(String algorithm) {
    return switch (algorithm == null ? "" : algorithm) {
      case HMAC_SHA1 -> "HmacSHA1";
      case HMAC_SHA256 -> "HmacSHA256";
      case HMAC_SHA512 -> "HmacSHA512";
      default -> throw Failure.data("the file uses a keyed hash that is not known");
    };
  }

  /**
   * Decrypts AES-CBC with PKCS#7 padding; the first block is the initialization vector.
   *
   * @throws Failure data, where the key is not the one
   */
  static byte[] decrypt(byte[] key, byte[] value) {
    if (value.length < 2 * BLOCK || value.length % BLOCK != 0) {
      throw Failure.data("an encrypted value is cut off");
    }
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      IvParameterSpec iv = new IvParameterSpec(value, 0, BLOCK);
      cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), iv);
      return cipher.doFinal(value, BLOCK, value.length - BLOCK);
    } catch (GeneralSecurityException e) {
      // not kept as the cause: what is wrong with a padding is nobody's business
      throw wrongKey();
    }
  }

  static Failure wrongKey() {
    return Failure.data("the passphrase or key is not the one that the file was closed with");
  }

  /** The other way round, with a random initialization vector. */
  static byte[] encrypt(byte[] key, byte[] value, SecureRandom random) {
    byte[] iv = new byte[BLOCK];
    random.nextBytes(iv);
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
      byte[] encrypted = cipher.doFinal(value);
      return ByteBuffer.allocate(BLOCK + encrypted.length).put(iv).put(encrypted).array();
    } catch (GeneralSecurityException e) {
      throw Failure.internal("this Java has no AES-CBC", e);
    }
  }

  static byte[] mac(String macName, byte[] key, byte[] value) {
    try {
      Mac mac = Mac.getInstance(macName);
      mac.init(new SecretKeySpec(key, macName));
      return mac.doFinal(value);
    } catch (GeneralSecurityException e) {
      throw Failure.internal("this Java has no " + macName, e);
    }
  }

  /**
   * PBKDF2 (RFC 8018 section 5.2) over the UTF-8 of the passphrase.
   *
   * @param length of the key in bytes, 1 to 64
   */
  static byte[] derive(String macName, char[] passphrase, Derivation derivation, int length) {
    ByteBuffer utf8 = StandardCharsets.UTF_8.encode(CharBuffer.wrap(passphrase));
    byte[] secret = Arrays.copyOf(utf8.array(), Math.max(1, utf8.limit()));
    try {
      Mac mac = Mac.getInstance(macName);
      mac.init(new SecretKeySpec(secret, macName));
      byte[] key = new byte[0];
      for (int block = 1; key.length < length; block++) {
        byte[] next = block(mac, derivation, block);
        byte[] longer = Arrays.copyOf(key, key.length + next.length);
        System.arraycopy(next, 0, longer, key.length, next.length);
        key = longer;
      }
      return Arrays.copyOf(key, length);
    } catch (GeneralSecurityException e) {
      throw Failure.internal("this Java has no " + macName, e);
    } finally {
      Arrays.fill(secret, (byte) 0);
      Arrays.fill(utf8.array(), (byte) 0);
    }
  }

  /** How a passphrase becomes a key. */
  record Derivation(byte[] salt, int iterations) {}

  private static byte[] block(Mac mac, Derivation derivation, int number) {
    mac.update(derivation.salt());
    byte[] block = mac.doFinal(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    byte[] sum = block.clone();
    for (int i = 1; i < derivation.iterations(); i++) {
      block = mac.doFinal(block);
      for (int j = 0; j < sum.length; j++) {
        sum[j] ^= block[j];
      }
    }
    return sum;
  }
}
