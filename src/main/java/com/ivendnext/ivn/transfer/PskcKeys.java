package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import java.security.MessageDigest;
import java.util.Base64;

/** What opens the values of one PSKC file. */
final class PskcKeys {
  private final Secrets secrets;
  private byte[] key;
  private String macName;
  private byte[] macKey;

  PskcKeys(Secrets secrets) {
    this.secrets = secrets;
  }

  /**
   * Finds the key that the file speaks of.
   *
   * @throws Failure usage: there is no passphrase, or no key; data: the file derives its key in a
   *     way that is not known
   */
  void readEncryptionKey(XmlElement element) {
    if (key != null) {
      throw Failure.data("the file has two encryption keys");
    }
    XmlElement derived = element.find("DerivedKey");
    if (derived != null) {
      key = derived(derived.find("KeyDerivationMethod"));
    } else if (element.find("KeyName") != null) {
      key = secrets.key();
    } else {
      throw Failure.data("the file is encrypted with neither a shared key nor a passphrase");
    }
  }

  private byte[] derived(XmlElement method) {
    XmlElement parameters = method == null ? null : method.find("PBKDF2-params");
    if (parameters == null || !PskcCipher.PBKDF2.equals(method.attribute("Algorithm"))) {
      throw Failure.data("the file derives its key otherwise than by PBKDF2");
    }
    XmlElement prf = parameters.find("PRF");
    boolean usual = prf == null || prf.attribute("Algorithm") == null;
    String prfName = usual ? "HmacSHA1" : PskcCipher.macName(prf.attribute("Algorithm"));
    int iterations = number(parameters, "IterationCount");
    int length = number(parameters, "KeyLength");
    if (iterations < 1 || iterations > Limits.ITERATIONS) {
      throw Failure.data("the file derives its key in an unreasonable number of rounds");
    }
    requireKeyLength(length);
    byte[] salt = base64(parameters.textOf("Salt", "Specified"), "the salt");
    return PskcCipher.derive(
        prfName, secrets.passphrase(), new PskcCipher.Derivation(salt, iterations), length);
  }

  private static int number(XmlElement parameters, String name) {
    String text = parameters.textOf(name);
    return Numbers.small(text == null ? "" : text, name);
  }

  private static void requireKeyLength(int bytes) {
    if (bytes != 16 && bytes != 24 && bytes != 32) {
      throw Failure.data("a key for AES has 16, 24 or 32 bytes, not " + bytes);
    }
  }

  /**
   * Finds the key that values are authenticated with; without one of its own it is the other key.
   *
   * @throws Failure data: the hash is not known, or the passphrase or key is wrong
   */
  void readMacMethod(XmlElement element) {
    macName = PskcCipher.macName(element.attribute("Algorithm"));
    XmlElement own = element.find("MACKey");
    if (element.find("MACKeyReference") != null) {
      throw Failure.data("the key of the MACs is not in the file");
    }
    macKey = own == null ? key : PskcCipher.decrypt(key(own), cipherValue(own));
  }

  /** The key for a value, which must have been encrypted by AES with a key of that length. */
  private byte[] key(XmlElement encrypted) {
    if (key == null) {
      throw Failure.data("a value is encrypted, and the file does not say with what");
    }
    requireKeyLength(key.length);
    XmlElement method = encrypted.find("EncryptionMethod");
    String algorithm = method == null ? null : method.attribute("Algorithm");
    if (algorithm == null || !algorithm.matches(PskcCipher.AES + "(128|192|256)-cbc")) {
      throw Failure.data("a value is encrypted otherwise than by AES-CBC");
    }
    if (!algorithm.equals(PskcCipher.algorithm(key))) {
      throw PskcCipher.wrongKey();
    }
    return key;
  }

  private static byte[] cipherValue(XmlElement encrypted) {
    return base64(encrypted.textOf("CipherData", "CipherValue"), "an encrypted value");
  }

  /**
   * The value of an element, decrypted where it is encrypted.
   *
   * @throws Failure data: it is neither, has no MAC, or a wrong one
   */
  byte[] value(XmlElement element) {
    XmlElement encrypted = element.find("EncryptedValue");
    String plain = element.textOf("PlainValue");
    if (encrypted == null) {
      return base64(plain, "the secret");
    }
    if (plain != null) {
      throw Failure.data("a value is there twice");
    }
    byte[] cipherValue = cipherValue(encrypted);
    requireMac(element.textOf("ValueMAC"), cipherValue);
    return PskcCipher.decrypt(key(encrypted), cipherValue);
  }

  private void requireMac(String text, byte[] cipherValue) {
    if (text == null || macName == null || macKey == null) {
      throw Failure.data("an encrypted value has no MAC, so it could be anything");
    }
    byte[] expected = PskcCipher.mac(macName, macKey, cipherValue);
    if (!MessageDigest.isEqual(expected, base64(text, "a MAC"))) {
      throw Failure.data("the MAC of a value is wrong: the key is another one, or it was changed");
    }
  }

  private static byte[] base64(String text, String what) {
    try {
      return Base64.getDecoder().decode(text == null ? "" : text.replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      // not kept as the cause: its message may quote the secret
      throw Failure.data(what + " is not base64");
    }
  }
}
