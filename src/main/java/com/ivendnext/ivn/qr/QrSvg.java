package com.ivendnext.ivn.qr;

/**
 * Draws a QR code with its quiet zone as an SVG document that scales, black on white. It refers to
 * nothing outside, and needs no style sheet, so it can also stand inside a page.
 */
public final class QrSvg {
  private QrSvg() {}

  /** The document, one module being one unit; ends with a line end. */
  public static String text(QrMatrix qr) {
    int side = qr.size() + 2 * QrMatrix.QUIET_ZONE;
    StringBuilder svg = new StringBuilder();
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ").append(side).append(' ');
    svg.append(side).append("\" role=\"img\" shape-rendering=\"crispEdges\">\n");
    svg.append("<title>QR code</title>\n");
    svg.append("<rect width=\"").append(side).append("\" height=\"").append(side);
    svg.append("\" fill=\"#fff\"/>\n<path fill=\"#000\" d=\"");
    for (int y = 0; y < qr.size(); y++) {
      appendRow(svg, qr, y);
    }
    return svg.append("\"/>\n</svg>\n").toString();
  }

  /** One rectangle for each run of dark modules, so that no hairlines show between them. */
  private static void appendRow(StringBuilder svg, QrMatrix qr, int y) {
    int x = 0;
    while (x < qr.size()) {
      int start = x;
      while (qr.dark(x, y)) {
        x++;
      }
      if (x > start) {
        appendRun(svg, start + QrMatrix.QUIET_ZONE, y + QrMatrix.QUIET_ZONE, x - start);
      }
      x++;
    }
  }

  private static void appendRun(StringBuilder svg, int x, int y, int length) {
    svg.append('M').append(x).append(' ').append(y);
    svg.append('h').append(length).append("v1h-").append(length).append('z');
  }
}
