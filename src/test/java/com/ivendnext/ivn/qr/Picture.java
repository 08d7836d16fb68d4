package com.ivendnext.ivn.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** What a person's phone would see: black and white pixels, got from each way of drawing. */
public record Picture(boolean[][] black) {
  private static final int SCALE = 4;
  private static final Map<DecodeHintType, Object> HINTS = Map.of(DecodeHintType.TRY_HARDER, true);

  static Picture ofPng(byte[] png) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
      boolean[][] black = new boolean[image.getHeight()][image.getWidth()];
      for (int y = 0; y < black.length; y++) {
        for (int x = 0; x < black[y].length; x++) {
          black[y][x] = (image.getRGB(x, y) & 0xffffff) == 0;
        }
      }
      return new Picture(black);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Fills the path's rectangles, whatever they are, into the view box. */
  public static Picture ofSvg(String svg) {
    Element root = xml(svg);
    String[] viewBox = root.getAttribute("viewBox").split(" ");
    boolean[][] black =
        new boolean[Integer.parseInt(viewBox[3]) * SCALE][Integer.parseInt(viewBox[2]) * SCALE];
    Element path = (Element) root.getElementsByTagName("path").item(0);
    Matcher run =
        Pattern.compile("\\GM(\\d+) (\\d+)h(\\d+)v1h-\\3z").matcher(path.getAttribute("d"));
    while (run.find()) {
      int left = Integer.parseInt(run.group(1)) * SCALE;
      int width = Integer.parseInt(run.group(3)) * SCALE;
      fill(black, left, Integer.parseInt(run.group(2)) * SCALE, width, SCALE);
    }
    return new Picture(black);
  }

  static Element xml(String text) {
    try {
      InputSource source = new InputSource(new StringReader(text));
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(source)
          .getDocumentElement();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** The lines as a dark or light terminal shows them, with some of its background around. */
  public static Picture ofTerminal(List<String> lines, boolean darkTerminal) {
    return new FakeScreen(darkTerminal).show(lines);
  }

  static void fill(boolean[][] black, int left, int top, int width, int height) {
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        black[y][x] = true;
      }
    }
  }

  /** The text zxing's reader finds, as a scanner that knows only black on white. */
  String scanned() {
    return scan().getText();
  }

  /**
   * Uses zxing's reader for several codes, since that for one settles on the first three marks that
   * look like corners and so misses one code in fifty.
   */
  Result scan() {
    int width = black[0].length;
    int[] rgb = new int[width * black.length];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = black[i / width][i % width] ? 0 : 0xffffff;
    }
    RGBLuminanceSource source = new RGBLuminanceSource(width, black.length, rgb);
    BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(source));
    try {
      Result[] found = new QRCodeMultiReader().decodeMultiple(bitmap, HINTS);
      assertEquals(1, found.length);
      return found[0];
    } catch (NotFoundException e) {
      throw new AssertionError("nothing to scan", e);
    }
  }

  Picture negative() {
    boolean[][] negative = new boolean[black.length][black[0].length];
    for (int y = 0; y < black.length; y++) {
      for (int x = 0; x < black[y].length; x++) {
        negative[y][x] = !black[y][x];
      }
    }
    return new Picture(negative);
  }

  /** As a plain portable bitmap, which other programs read. */
  public byte[] pbm() {
    StringBuilder pbm = new StringBuilder("P1\n");
    pbm.append(black[0].length).append(' ').append(black.length).append('\n');
    for (boolean[] row : black) {
      for (boolean pixel : row) {
        pbm.append(pixel ? "1 " : "0 ");
      }
      pbm.append('\n');
    }
    return pbm.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
