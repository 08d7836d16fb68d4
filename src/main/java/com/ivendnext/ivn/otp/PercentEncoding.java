package com.ivendnext.ivn.otp;

import com.ivendnext.ivn.Failure;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Percent-encoding of one URI component as UTF-8 (RFC 3986 section 2.1): a space is {@code %20} and
 * a plus is a plus. ({@code java.net.URLEncoder} writes HTML forms, where it is not.)
 */
public final class PercentEncoding {

  private static final String HEX = "0123456789ABCDEF";

  private PercentEncoding() {}

  /** Everything but the unreserved characters (RFC 3986 section 2.3) encoded. */
  public static String encode(String text) {
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (isUnreserved(b)) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(HEX.charAt(b >> 4 & 0xf)).append(HEX.charAt(b & 0xf));
      }
    }
    return encoded.toString();
  }

  private static boolean isUnreserved(byte b) {
    return b >= 'a' && b <= 'z'
        || b >= 'A' && b <= 'Z'
        || b >= '0' && b <= '9'
        || "-._~".indexOf(b) >= 0;
  }

  /**
   * The text behind the encoding; characters that should have been encoded stand for themselves.
   *
   * @throws Failure usage, if a percent sign has no two hexadecimal digits or the bytes are not
   *     UTF-8
   */
  public static String decode(String encoded) {
    byte[] raw = encoded.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '%') {
        bytes.write(octet(raw, i));
        i += 2;
      } else {
        bytes.write(raw[i]);
      }
    }
    return utf8(bytes.toByteArray());
  }

  private static int octet(byte[] raw, int percent) {
    if (percent + 2 >= raw.length
        || !HexFormat.isHexDigit(raw[percent + 1])
        || !HexFormat.isHexDigit(raw[percent + 2])) {
      throw broken();
    }
    return HexFormat.fromHexDigit(raw[percent + 1]) << 4 | HexFormat.fromHexDigit(raw[percent + 2]);
  }

  private static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw broken();
    }
  }

  private static Failure broken() {
    return Failure.usage("otpauth URI has a broken percent-encoding");
  }
}
