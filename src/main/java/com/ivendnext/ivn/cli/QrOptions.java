package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.qr.QrMatrix;
import com.ivendnext.ivn.qr.QrPng;
import com.ivendnext.ivn.qr.QrSvg;
import com.ivendnext.ivn.site.PrivateFile;
import com.ivendnext.ivn.terminal.Terminal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of commands that show a QR code, and the drawing. */
public final class QrOptions {
  private static final int PNG_MODULE_PIXELS = 8;

  @Option(names = "--no-qr", description = "Do not draw the QR code on the terminal.")
  boolean none;

  @Option(names = "--invert", description = "Swap dark and light, for terminals that need it.")
  boolean invert;

  @Option(names = "--qr-png", paramLabel = "FILE", description = "Write the QR code as PNG.")
  Path png;

  @Option(names = "--qr-svg", paramLabel = "FILE", description = "Write the QR code as SVG.")
  Path svg;

  @Option(names = "--force", description = "Overwrite those files.")
  boolean force;

  /** Whether the code is asked for in a file. */
  public boolean toFile() {
    return png != null || svg != null;
  }

  /**
   * Makes sure, before anything is done, that the files can be written.
   *
   * @throws com.ivendnext.ivn.Failure as {@link #draw}
   */
  public void requireWritable(Invocation invocation) {
    if (png != null) {
      PrivateFile.requireWritable(invocation.resolve(png), force);
    }
    if (svg != null) {
      PrivateFile.requireWritable(invocation.resolve(svg), force);
    }
  }

  /**
   * Writes the files that are asked for.
   *
   * @throws com.ivendnext.ivn.Failure refused: a file exists; data: it cannot be written
   */
  public QrDrawing draw(Invocation invocation, String uri) {
    QrMatrix matrix = QrMatrix.of(uri);
    Path writtenPng = null;
    Path writtenSvg = null;
    if (png != null) {
      writtenPng = invocation.resolve(png);
      PrivateFile.write(writtenPng, QrPng.bytes(matrix, PNG_MODULE_PIXELS), force);
    }
    if (svg != null) {
      writtenSvg = invocation.resolve(svg);
      byte[] text = QrSvg.text(matrix).getBytes(StandardCharsets.UTF_8);
      PrivateFile.write(writtenSvg, text, force);
    }
    Terminal terminal = invocation.context().terminal();
    int columns = terminal.outIsTty() ? terminal.columns() : Integer.MAX_VALUE;
    return new QrDrawing(none ? null : matrix, invert, columns, writtenPng, writtenSvg);
  }
}
