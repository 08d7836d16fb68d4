package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.terminal.ProgressBar;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Shows on a terminal how much of a file was read; of standard input nobody knows. */
public final class ReadProgress extends FilterInputStream {
  private static final int KIB = 1024;

  private final ProgressBar bar;
  private long unseen;

  public ReadProgress(Invocation invocation, Path typed, InputFile file) {
    super(file.stream());
    long size = size(invocation.resolve(typed));
    bar =
        size < KIB
            ? null
            : new ProgressBar(
                invocation.context().terminal(), System::nanoTime, "reading KiB", size / KIB);
  }

  private static long size(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw Failure.data("cannot read " + file + ": " + e.getMessage()).cause(e);
    }
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int bytes) {
    unseen += bytes;
    if (bar != null && unseen >= KIB) {
      bar.advance(unseen / KIB);
      unseen %= KIB;
    }
  }

  /** Clears the line; the file belongs to whoever opened it. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
