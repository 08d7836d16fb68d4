package com.ivendnext.ivn.qr;

import java.util.List;

/** A terminal with cells twice as high as wide that knows half blocks, hashes and some colours. */
final class FakeScreen {
  private static final int CELL_WIDTH = 4;
  private static final int CELL_HEIGHT = 8;
  private static final int MARGIN_CELLS = 2;

  private final boolean darkTerminal;
  private boolean inkBlack;
  private boolean paperBlack;

  FakeScreen(boolean darkTerminal) {
    this.darkTerminal = darkTerminal;
    reset();
  }

  Picture show(List<String> lines) {
    int columns = lines.stream().mapToInt(FakeScreen::columns).max().orElse(0);
    boolean[][] black =
        new boolean[(lines.size() + 2 * MARGIN_CELLS) * CELL_HEIGHT]
            [(columns + 2 * MARGIN_CELLS) * CELL_WIDTH];
    if (darkTerminal) {
      Picture.fill(black, 0, 0, black[0].length, black.length);
    }
    for (int row = 0; row < lines.size(); row++) {
      showLine(black, lines.get(row), (row + MARGIN_CELLS) * CELL_HEIGHT);
    }
    return new Picture(black);
  }

  static int columns(String line) {
    return line.replaceAll("\u001b\\[[0-9;]*m", "").length();
  }

  private void showLine(boolean[][] black, String line, int top) {
    int left = MARGIN_CELLS * CELL_WIDTH;
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '\u001b') {
        int end = line.indexOf('m', i);
        color(line.substring(i + 2, end).split(";"));
        i = end;
        continue;
      }
      boolean upper = "█▀#".indexOf(line.charAt(i)) >= 0;
      boolean lower = "█▄#".indexOf(line.charAt(i)) >= 0;
      halfCell(black, left, top, upper ? inkBlack : paperBlack);
      halfCell(black, left, top + CELL_HEIGHT / 2, lower ? inkBlack : paperBlack);
      left += CELL_WIDTH;
    }
  }

  private void halfCell(boolean[][] black, int left, int top, boolean isBlack) {
    for (int y = top; y < top + CELL_HEIGHT / 2; y++) {
      for (int x = left; x < left + CELL_WIDTH; x++) {
        black[y][x] = isBlack;
      }
    }
  }

  private void color(String[] codes) {
    if (codes.length == 1 && codes[0].equals("0")) {
      reset();
      return;
    }
    for (int i = 0; i < codes.length; i += 3) {
      boolean isBlack = isBlack(codes[i + 2]);
      if (codes[i].equals("38")) {
        inkBlack = isBlack;
      } else {
        paperBlack = isBlack;
      }
    }
  }

  /** xterm's 256 colours: 231 is the cube's white, 232 the first grey, nearly black. */
  private static boolean isBlack(String color) {
    return switch (color) {
      case "231" -> false;
      case "232" -> true;
      default -> throw new AssertionError("colour " + color);
    };
  }

  private void reset() {
    inkBlack = !darkTerminal;
    paperBlack = darkTerminal;
  }
}
