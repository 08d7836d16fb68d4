package com.ivendnext.ivn.crypto;

import com.ivendnext.ivn.Failure;
import java.security.SecureRandom;
import java.util.Base64;

/** The 32 bytes from which every key of a site's store is derived. */
public final class MasterKey {
  private static final int BYTES = 32;

  private final byte[] bytes;

  private MasterKey(byte[] bytes) {
    this.bytes = bytes;
  }

  public static MasterKey generate(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new MasterKey(bytes);
  }

  /**
   * The key that {@code text} holds.
   *
   * @param text 32 bytes in url-safe base64, with or without padding
   * @param origin where it was read, for the message
   * @throws Failure (data) when it is anything else
   */
  public static MasterKey parse(String text, String origin) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text.strip());
      if (bytes.length == BYTES) {
        return new MasterKey(bytes);
      }
    } catch (IllegalArgumentException notBase64) {
      // falls through: the exception would quote the text
    }
    throw Failure.data("the encryption key in " + origin + " is not 32 bytes of url-safe base64")
        .hint("put the key back from a backup: without it the stored secrets stay sealed");
  }

  /** The form that stands in a config file. */
  public String text() {
    return Base64.getUrlEncoder().encodeToString(bytes);
  }

  /** The key of one purpose: 32 bytes. */
  public byte[] derive(String purpose) {
    return Hkdf.derive(bytes, purpose, BYTES);
  }

  /** Tells two keys apart without telling anything of either. */
  public String fingerprint() {
    byte[] id = Hkdf.derive(bytes, "ivn key fingerprint", 9);
    return Base64.getUrlEncoder().encodeToString(id);
  }

  @Override
  public String toString() {
    return "MasterKey[hidden]";
  }
}
