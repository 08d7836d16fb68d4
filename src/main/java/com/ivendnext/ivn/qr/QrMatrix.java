package com.ivendnext.ivn.qr;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.ivendnext.ivn.Failure;
import java.util.Map;

/** The dark and light modules of one QR code (ISO/IEC 18004), without its quiet zone. */
public final class QrMatrix {
  /** Light modules that a reader needs on each side (ISO/IEC 18004, 9.1). */
  static final int QUIET_ZONE = 4;

  private final ByteMatrix modules;

  private QrMatrix(ByteMatrix modules) {
    this.modules = modules;
  }

  /**
   * Encodes a text in the smallest code with error correction M (15 %), or L (7 %) where only that
   * has room.
   *
   * @throws Failure usage, if the text is too long even then (over 2953 bytes)
   */
  public static QrMatrix of(String text) {
    try {
      return encode(text, ErrorCorrectionLevel.M);
    } catch (WriterException tooLong) {
      return ofLongText(text);
    }
  }

  private static QrMatrix ofLongText(String text) {
    try {
      return encode(text, ErrorCorrectionLevel.L);
    } catch (WriterException tooLong) {
      throw Failure.usage("the text is too long for a QR code, which holds at most 2953 bytes");
    }
  }

  private static QrMatrix encode(String text, ErrorCorrectionLevel level) throws WriterException {
    // Naming a charset adds an ECI header, which some apps cannot read: only where it is needed.
    Map<EncodeHintType, ?> hints =
        isAscii(text) ? Map.of() : Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
    return new QrMatrix(Encoder.encode(text, level, hints).getMatrix());
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return false;
      }
    }
    return true;
  }

  /** Modules on each side, 21 to 177, without the quiet zone. */
  public int size() {
    return modules.getWidth();
  }

  /** Whether the module in column x of row y is dark; all outside of the code is light. */
  public boolean dark(int x, int y) {
    return x >= 0 && y >= 0 && x < size() && y < size() && modules.get(x, y) == 1;
  }
}
