package com.ivendnext.ivn.qr;

import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.common.BitMatrix;
import com.ivendnext.ivn.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws a QR code with its quiet zone as a PNG file, one bit per pixel, black on white. */
public final class QrPng {
  private static final int MAX_MODULE_PIXELS = 32;

  private QrPng() {}

  /**
   * The bytes of the file.
   *
   * @param modulePixels the side of one module in pixels, 1 to 32
   * @throws Failure usage, if modulePixels is out of range
   */
  public static byte[] bytes(QrMatrix qr, int modulePixels) {
    if (modulePixels < 1 || modulePixels > MAX_MODULE_PIXELS) {
      throw Failure.usage("a module is 1 to " + MAX_MODULE_PIXELS + " pixels wide");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // Given a plain stream, ImageIO would put the picture, a secret, through a temporary file.
    try (ImageOutputStream memory = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(MatrixToImageWriter.toBufferedImage(pixels(qr, modulePixels)), "png", memory);
    } catch (IOException e) {
      throw Failure.internal("cannot make a PNG", e);
    }
    return bytes.toByteArray();
  }

  private static BitMatrix pixels(QrMatrix qr, int side) {
    BitMatrix pixels = new BitMatrix((qr.size() + 2 * QrMatrix.QUIET_ZONE) * side);
    for (int y = 0; y < qr.size(); y++) {
      for (int x = 0; x < qr.size(); x++) {
        if (qr.dark(x, y)) {
          int left = (x + QrMatrix.QUIET_ZONE) * side;
          pixels.setRegion(left, (y + QrMatrix.QUIET_ZONE) * side, side, side);
        }
      }
    }
    return pixels;
  }
}
