package com.ivendnext.ivn.qr;

import java.util.ArrayList;
import java.util.List;

/**
 * Draws a QR code with its quiet zone as lines of text: two rows of modules in one line of half
 * blocks, or one row per line where only ASCII can be shown.
 */
public final class HalfBlocks {
  // Greys of the 256-colour palette: themes repaint colours 0 to 21, even black and white.
  private static final String WHITE = "5;231";
  private static final String BLACK = "5;232";
  private static final String RESET = "\u001b[0m";

  private HalfBlocks() {}

  /** The lines from top to bottom, all {@link #width} columns wide, without line ends. */
  public static List<String> lines(QrMatrix qr, Look look) {
    int end = qr.size() + QrMatrix.QUIET_ZONE;
    List<String> lines = new ArrayList<>();
    for (int y = -QrMatrix.QUIET_ZONE; y < end; y += look.unicode() ? 2 : 1) {
      lines.add(line(qr, look, y));
    }
    return lines;
  }

  /** How many columns the lines take. */
  public static int width(QrMatrix qr, Look look) {
    int modules = qr.size() + 2 * QrMatrix.QUIET_ZONE;
    return look.unicode() ? modules : 2 * modules;
  }

  private static String line(QrMatrix qr, Look look, int y) {
    if (look.unicode()) {
      String blocks = blocks(qr, y, look.color() || look.invert());
      return look.color() ? colors(look.invert()) + blocks + RESET : blocks;
    }
    return look.color() ? paint(qr, y, look.invert()) : hashes(qr, y, look.invert());
  }

  private static String colors(boolean invert) {
    String ink = invert ? WHITE : BLACK;
    String paper = invert ? BLACK : WHITE;
    return "\u001b[38;" + ink + ";48;" + paper + "m";
  }

  /** Half blocks for rows y and y + 1, with ink on the dark modules or on the light ones. */
  private static String blocks(QrMatrix qr, int y, boolean inkIsDark) {
    StringBuilder line = new StringBuilder();
    int end = qr.size() + QrMatrix.QUIET_ZONE;
    for (int x = -QrMatrix.QUIET_ZONE; x < end; x++) {
      line.append(block(qr.dark(x, y) == inkIsDark, qr.dark(x, y + 1) == inkIsDark));
    }
    return line.toString();
  }

  private static char block(boolean top, boolean bottom) {
    if (top) {
      return bottom ? '█' : '▀';
    }
    return bottom ? '▄' : ' ';
  }

  private static String hashes(QrMatrix qr, int y, boolean inkIsDark) {
    StringBuilder line = new StringBuilder();
    int end = qr.size() + QrMatrix.QUIET_ZONE;
    for (int x = -QrMatrix.QUIET_ZONE; x < end; x++) {
      line.append(qr.dark(x, y) == inkIsDark ? "##" : "  ");
    }
    return line.toString();
  }

  private static String paint(QrMatrix qr, int y, boolean invert) {
    StringBuilder line = new StringBuilder();
    int end = qr.size() + QrMatrix.QUIET_ZONE;
    String current = "";
    for (int x = -QrMatrix.QUIET_ZONE; x < end; x++) {
      String paper = qr.dark(x, y) == invert ? WHITE : BLACK;
      if (!paper.equals(current)) {
        line.append("\u001b[48;").append(paper).append('m');
        current = paper;
      }
      line.append("  ");
    }
    return line.append(RESET).toString();
  }
}
