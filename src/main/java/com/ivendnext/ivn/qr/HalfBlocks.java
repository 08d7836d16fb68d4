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
  private static final String BLACK_ON_WHITE = "\u001b[38;" + BLACK + ";48;" + WHITE + "m";
  private static final String WHITE_ON_BLACK = "\u001b[38;" + WHITE + ";48;" + BLACK + "m";
  private static final String RESET = "\u001b[0m";

  private HalfBlocks() {}

  /** The lines from top to bottom, all {@link #width} columns wide, without line ends. */
  public static List<String> lines(QrMatrix qr, Look look) {
    int end = qr.size() + QrMatrix.QUIET_ZONE;
    List<String> lines = new ArrayList<>();
    for (int y = -QrMatrix.QUIET_ZONE; y < end; y += look.unicode() ? 2 : 1) {
      lines.add(look.color() ? painted(qr, look, y) : plain(qr, look, y));
    }
    return lines;
  }

  /** How many columns the lines take. */
  public static int width(QrMatrix qr, Look look) {
    int modules = qr.size() + 2 * QrMatrix.QUIET_ZONE;
    return look.unicode() ? modules : 2 * modules;
  }

  /**
   * One line in colour. Cells of one colour are blanks with that background, and half blocks stand
   * only where black meets white: many fonts leave stripes between full blocks.
   */
  private static String painted(QrMatrix qr, Look look, int y) {
    StringBuilder line = new StringBuilder();
    String colors = "";
    int end = qr.size() + QrMatrix.QUIET_ZONE;
    for (int x = -QrMatrix.QUIET_ZONE; x < end; x++) {
      boolean blackTop = qr.dark(x, y) != look.invert();
      boolean blackBottom = look.unicode() ? qr.dark(x, y + 1) != look.invert() : blackTop;
      String needed = blackTop ? WHITE_ON_BLACK : BLACK_ON_WHITE;
      if (!needed.equals(colors)) {
        line.append(needed);
        colors = needed;
      }
      String blank = look.unicode() ? " " : "  ";
      line.append(blackTop == blackBottom ? blank : "▄");
    }
    return line.append(RESET).toString();
  }

  /** One line in the terminal's own colours, with ink on the light modules or on the dark ones. */
  private static String plain(QrMatrix qr, Look look, int y) {
    StringBuilder line = new StringBuilder();
    int end = qr.size() + QrMatrix.QUIET_ZONE;
    for (int x = -QrMatrix.QUIET_ZONE; x < end; x++) {
      boolean top = qr.dark(x, y) == look.invert();
      boolean bottom = qr.dark(x, y + 1) == look.invert();
      line.append(look.unicode() ? block(top, bottom) : hashes(top));
    }
    return line.toString();
  }

  private static String block(boolean top, boolean bottom) {
    if (top) {
      return bottom ? "█" : "▀";
    }
    return bottom ? "▄" : " ";
  }

  private static String hashes(boolean ink) {
    return ink ? "##" : "  ";
  }
}
