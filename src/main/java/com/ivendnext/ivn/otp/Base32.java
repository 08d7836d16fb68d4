package com.ivendnext.ivn.otp;

import com.ivendnext.ivn.Failure;
import java.util.Arrays;

/**
 * Base32 (RFC 4648 section 6): written in upper case without padding, read as people and
 * authenticators write it.
 *
 * <p>Reading takes either case, spaces and dashes anywhere, and padding at the end, however much.
 * It refuses other characters and lengths that no bytes encode to (1, 3 or 6 characters over a
 * multiple of 8: a character was lost). It tolerates non-zero trailing bits, as Google
 * Authenticator, oathtool and Frappe's pyotp do: a secret that works there must work here.
 */
public final class Base32 {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS_PER_CHARACTER = 5;

  private Base32() {}

  /** The bytes as upper-case base32 without padding. */
  public static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder((bytes.length * 8 + 4) / BITS_PER_CHARACTER);
    int buffer = 0;
    int bits = 0;
    for (byte b : bytes) {
      buffer = buffer << 8 | b & 0xff;
      for (bits += 8; bits >= BITS_PER_CHARACTER; bits -= BITS_PER_CHARACTER) {
        text.append(ALPHABET.charAt(buffer >> bits - BITS_PER_CHARACTER & 31));
      }
    }
    if (bits > 0) {
      text.append(ALPHABET.charAt(buffer << BITS_PER_CHARACTER - bits & 31));
    }
    return text.toString();
  }

  /**
   * The bytes that base32 text stands for.
   *
   * @throws Failure usage, if the text is not base32 or of an impossible length
   */
  public static byte[] decode(String text) {
    byte[] bytes = new byte[text.length() * BITS_PER_CHARACTER / 8 + 1];
    int end = withoutPadding(text);
    int size = 0;
    int buffer = 0;
    int bits = 0;
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (isSeparator(c)) {
        continue;
      }
      buffer = buffer << BITS_PER_CHARACTER | value(c);
      bits += BITS_PER_CHARACTER;
      if (bits >= 8) {
        bits -= 8;
        bytes[size++] = (byte) (buffer >> bits);
      }
    }
    if (bits >= BITS_PER_CHARACTER) {
      throw Failure.usage("base32 text has an impossible length")
          .hint("a character is missing or one too many: compare it with its source");
    }
    return Arrays.copyOf(bytes, size);
  }

  private static int withoutPadding(String text) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '=' || isSeparator(text.charAt(end - 1)))) {
      end--;
    }
    return end;
  }

  private static boolean isSeparator(char c) {
    return c == ' ' || c == '-';
  }

  private static int value(char c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return c - 'a';
    }
    if (c >= '2' && c <= '7') {
      return c - '2' + 26;
    }
    throw Failure.usage("base32 text has only the letters A to Z and the digits 2 to 7");
  }
}
