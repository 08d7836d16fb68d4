package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.terminal.ProgressBar;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file to read, however large, or standard input; with a progress bar where that is known. */
public final class InputFile extends FilterInputStream {
  private static final int KIB = 1024;

  private final boolean file;
  private final ProgressBar progress;
  private long unseen;

  private InputFile(InputStream in, boolean file, ProgressBar progress) {
    super(in);
    this.file = file;
    this.progress = progress;
  }

  /**
   * Opens {@code source}, a file or {@code -} for standard input.
   *
   * @param deed what is done with it, for the progress bar
   * @throws Failure usage: no such file; data: it cannot be read
   */
  public static InputFile open(Invocation invocation, Path source, String deed) {
    if (isStandardInput(source)) {
      return new InputFile(invocation.context().terminal().rawIn(), false, null);
    }
    Path file = invocation.resolve(source);
    if (!Files.exists(file)) {
      throw Failure.usage("there is no file " + source);
    }
    if (Files.isDirectory(file)) {
      throw Failure.usage(source + " is a directory, not a file");
    }
    try {
      return new InputFile(Files.newInputStream(file), true, progress(invocation, file, deed));
    } catch (IOException e) {
      String reason = e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
      throw Failure.data("cannot read " + source + ": " + reason).cause(e);
    }
  }

  private static ProgressBar progress(Invocation invocation, Path file, String deed)
      throws IOException {
    long size = Files.isRegularFile(file) ? Files.size(file) : 0;
    return size == 0
        ? null
        : new ProgressBar(
            invocation.context().terminal(), System::nanoTime, deed + " (KiB)", size / KIB);
  }

  /** Whether that means standard input. */
  public static boolean isStandardInput(Path source) {
    return source.toString().equals("-");
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
    if (progress != null && unseen >= KIB) {
      progress.advance(unseen / KIB);
      unseen %= KIB;
    }
  }

  /** Closes a file; standard input stays open. */
  @Override
  public void close() {
    if (progress != null) {
      progress.close();
    }
    try {
      if (file) {
        super.close();
      }
    } catch (IOException e) {
      // it was read, nothing is lost
    }
  }
}
