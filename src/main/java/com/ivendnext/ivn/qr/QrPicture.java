package com.ivendnext.ivn.qr;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.ivendnext.ivn.Failure;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads the QR codes in a picture, such as a screenshot. */
public final class QrPicture {
  /** A screenshot of any phone or desk; each takes four bytes. */
  private static final long MOST_PIXELS = 20_000_000;

  private QrPicture() {}

  /**
   * The texts of all QR codes in a PNG picture; at least one.
   *
   * @throws Failure data, if it cannot be read, is too large, or has none
   */
  public static List<String> texts(byte[] png) {
    BinaryBitmap bitmap =
        new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture(png))));
    try {
      Map<DecodeHintType, ?> hints = Map.of(DecodeHintType.TRY_HARDER, true);
      List<String> texts = new ArrayList<>();
      for (Result result : new QRCodeMultiReader().decodeMultiple(bitmap, hints)) {
        texts.add(result.getText());
      }
      return texts;
    } catch (NotFoundException none) {
      throw Failure.data("there is no QR code in this picture")
          .hint("take a screenshot in which the whole code with its white border is seen");
    }
  }

  private static BufferedImage picture(byte[] png) {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(png))) {
      Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
          throw Failure.data("the picture has more than 20 million pixels").hint("crop it");
        }
        return reader.read(0);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException damaged) {
      throw damaged instanceof Failure told ? told : unreadable(damaged);
    }
  }

  private static Failure unreadable(Exception damaged) {
    return Failure.data("the picture is damaged, or no PNG").cause(damaged);
  }
}
