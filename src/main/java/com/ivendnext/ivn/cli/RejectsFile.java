package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.site.PrivateDraft;
import com.ivendnext.ivn.transfer.Reject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Rows that were not taken, as they stood, each below a comment that says why: to be mended and
 * imported. There is no file where there is no such row.
 */
final class RejectsFile implements AutoCloseable {
  private final Path file;
  private PrivateDraft stream;

  RejectsFile(Path file) {
    this.file = file;
  }

  /**
   * Adds a row.
   *
   * @param head the row that stands before all others; or null
   * @throws Failure data, where it cannot be written
   */
  void add(String head, Reject reject) {
    try {
      if (stream == null) {
        stream = PrivateDraft.to(file, false);
        write(head);
      }
      write("# row " + reject.row().number() + ": " + reject.reason().replaceAll("\\s+", " "));
      write(reject.row().text());
    } catch (IOException e) {
      throw Failure.data("cannot write " + file + ": " + e.getMessage()).cause(e);
    }
  }

  private void write(String line) throws IOException {
    if (line != null) {
      stream.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Gives the file its name, also after a failure: what is in it was not taken. */
  @Override
  public void close() {
    if (stream != null) {
      stream.keep();
      stream.close();
    }
  }
}
