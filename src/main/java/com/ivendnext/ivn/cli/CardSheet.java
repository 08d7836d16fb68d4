package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.provision.BulkEnrollment.Card;
import com.ivendnext.ivn.provision.BulkEnrollment.Issuer;
import com.ivendnext.ivn.qr.QrMatrix;
import com.ivendnext.ivn.qr.QrSvg;
import com.ivendnext.ivn.site.PrivateFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * A page of cards to print and cut, one per user: HTML that needs nothing else, since a browser has
 * the letters of every language and PDF would have to carry them. It is there whole or not at all.
 */
final class CardSheet implements Issuer, AutoCloseable {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>Authenticator cards</title><style>
      body{margin:0;font:10pt/1.35 sans-serif;color:#000;background:#fff}
      main{display:grid;grid-template-columns:1fr 1fr}
      section{display:flex;gap:4mm;align-items:center;padding:4mm;border:1px dashed #999;\
      break-inside:avoid;min-width:0}
      svg{width:36mm;height:36mm;flex:none}
      h2{font-size:11pt;margin:0 0 1mm}p{margin:0 0 1mm;overflow-wrap:anywhere}
      code{font:9pt monospace}
      @page{size:A4;margin:10mm}
      </style></head><body><main>
      """;

  private final Path file;
  private final Path part;
  private final Writer writer;
  private final String issuer;

  private CardSheet(Path file, Path part, Writer writer, String issuer) {
    this.file = file;
    this.part = part;
    this.writer = writer;
    this.issuer = issuer;
  }

  /**
   * Begins a sheet.
   *
   * @throws Failure refused: {@code file} exists; data: it cannot be written
   */
  static CardSheet open(Path file, String issuer) {
    PrivateFile.requireWritable(file, false);
    Path part = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      FileChannel channel =
          FileChannel.open(
              part,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Writer writer =
          new BufferedWriter(
              new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8));
      writer.write(HEAD);
      return new CardSheet(file, part, writer, issuer);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  @Override
  public int issue(List<Card> cards) {
    try {
      for (Card card : cards) {
        write(card);
      }
    } catch (IOException e) {
      throw unwritable(file, e);
    }
    return cards.size();
  }

  private void write(Card card) throws IOException {
    String user = card.person().user().name();
    String name = card.person().user().fullName();
    writer.write("<section>");
    writer.write(QrSvg.text(QrMatrix.of(card.offer().uri().uri())));
    writer.write("<div><h2>");
    writer.write(escaped(name));
    writer.write("</h2><p>");
    if (!name.equals(user)) {
      writer.write(escaped(user));
      writer.write("<br>");
    }
    writer.write(escaped(issuer));
    writer.write("</p><p>Scan this with an authenticator app, or type the key:</p><p><code>");
    writer.write(card.offer().uri().secret().grouped());
    writer.write("</code></p></div></section>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Puts the sheet in its place. */
  void finish() {
    try {
      writer.write("</main></body></html>\n");
      writer.close();
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static Failure unwritable(Path file, IOException e) {
    return Failure.data("cannot write " + file + ": " + e.getMessage()).cause(e);
  }

  /** A sheet that was not finished is removed: it holds secrets. */
  @Override
  public void close() {
    try {
      writer.close();
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }
}
