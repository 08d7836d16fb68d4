package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.qr.HalfBlocks;
import com.ivendnext.ivn.qr.Look;
import com.ivendnext.ivn.qr.QrMatrix;
import java.nio.file.Path;

/**
 * A QR code where people see it.
 *
 * @param matrix null where the terminal is to stay free of it
 * @param columns what the terminal has
 * @param png the file that holds it too, or null
 * @param svg the file that holds it too, or null
 */
public record QrDrawing(QrMatrix matrix, boolean invert, int columns, Path png, Path svg)
    implements ForText {

  /** What to do with it, or without it, to stand before the drawing. */
  public String instruction(TextWriter out) {
    if (matrix != null && HalfBlocks.width(matrix, look(out)) <= columns) {
      return "Scan this with the authenticator app, or type the key:";
    }
    return png != null || svg != null
        ? "Let the user scan the file with the authenticator app, or type the key:"
        : "Type the key into the authenticator app:";
  }

  private Look look(TextWriter out) {
    return new Look(out.color(), out.unicode(), invert);
  }

  /** Draws it, or says why not; names the files. */
  public void print(TextWriter out) {
    if (matrix != null) {
      draw(out);
    }
    if (png != null) {
      out.line("  PNG      " + png);
    }
    if (svg != null) {
      out.line("  SVG      " + svg);
    }
  }

  private void draw(TextWriter out) {
    Look look = look(out);
    int needed = HalfBlocks.width(matrix, look);
    if (needed > columns) {
      out.line(
          "  The QR code needs "
              + needed
              + " columns, this terminal has "
              + columns
              + ": widen it, or add --qr-png FILE.");
    } else {
      for (String line : HalfBlocks.lines(matrix, look)) {
        out.raw(line + "\n");
      }
    }
    out.blank();
  }

  /** Never the matrix: it is the secret in another form. */
  @Override
  public String toString() {
    return "QrDrawing[hidden]";
  }
}
