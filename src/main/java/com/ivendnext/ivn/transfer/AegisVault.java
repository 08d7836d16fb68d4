package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Opens an encrypted vault of Aegis. Its content is sealed by AES-256-GCM under a master key, and
 * that in one slot for each way to open it; a passphrase opens slots of type 1, by scrypt.
 */
final class AegisVault {
  static final int PASSWORD_SLOT = 1;

  /** Each costs a derivation. */
  private static final int MOST_SLOTS = 8;

  private AegisVault() {}

  /**
   * The content.
   *
   * @throws Failure usage: there is no passphrase; data: it is the wrong one, or the vault is
   *     damaged or unreasonable
   */
  static byte[] open(Json vault, Secrets secrets) {
    Json header = vault.member("header");
    byte[] sealed = base64(vault.member("db").required());
    byte[] masterKey = masterKey(header.member("slots"), secrets);
    byte[] content = open(masterKey, header.member("params"), sealed);
    if (content == null) {
      throw Failure.data("the content of the vault was changed or is cut off");
    }
    return content;
  }

  private static byte[] masterKey(Json slots, Secrets secrets) {
    int tried = 0;
    char[] passphrase = null;
    for (Json slot : slots.elements()) {
      if (slot.member("type").smallNumber(-1) == PASSWORD_SLOT) {
        if (++tried > MOST_SLOTS) {
          throw Failure.data("the vault has more than " + MOST_SLOTS + " passphrases");
        }
        AppCipher.Scrypt scrypt = scrypt(slot);
        passphrase = passphrase == null ? secrets.passphrase() : passphrase;
        byte[] key = open(scrypt.key(passphrase), slot.member("key_params"), hex(slot, "key"));
        if (key != null) {
          return key;
        }
      }
    }
    throw tried == 0
        ? Failure.data("the vault can be opened by fingerprint only, not by a passphrase")
        : PskcCipher.wrongKey();
  }

  private static AppCipher.Scrypt scrypt(Json slot) {
    return new AppCipher.Scrypt(
        hex(slot, "salt"),
        slot.member("n").smallNumber(0),
        slot.member("r").smallNumber(0),
        slot.member("p").smallNumber(0));
  }

  private static byte[] open(byte[] key, Json parameters, byte[] sealed) {
    byte[] tag = hex(parameters, "tag");
    byte[] tagged = new byte[sealed.length + tag.length];
    System.arraycopy(sealed, 0, tagged, 0, sealed.length);
    System.arraycopy(tag, 0, tagged, sealed.length, tag.length);
    return AppCipher.open(key, hex(parameters, "nonce"), tagged);
  }

  private static byte[] hex(Json object, String name) {
    try {
      return HexFormat.of().parseHex(object.member(name).required());
    } catch (IllegalArgumentException e) {
      // not kept as the cause: its message may quote what was read
      throw Failure.data(name + " is not hexadecimal");
    }
  }

  private static byte[] base64(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw Failure.data("the content of the vault is not base64");
    }
  }
}
