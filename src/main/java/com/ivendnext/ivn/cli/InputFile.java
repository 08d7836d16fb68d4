package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a command reads, or standard input. */
public final class InputFile implements AutoCloseable {
  private final Path file;
  private final InputStream stream;

  private InputFile(Path file, InputStream stream) {
    this.file = file;
    this.stream = stream;
  }

  /**
   * Opens {@code typed}.
   *
   * @param typed a file, or {@code -} for standard input
   * @throws Failure usage: no such file, or a directory; data: it cannot be opened
   */
  public static InputFile open(Invocation invocation, Path typed) {
    if (typed.toString().equals("-")) {
      return new InputFile(typed, invocation.context().terminal().rawIn());
    }
    Path file = invocation.resolve(typed);
    if (!Files.exists(file)) {
      throw Failure.usage("there is no file " + typed);
    }
    if (Files.isDirectory(file)) {
      throw Failure.usage(typed + " is a directory, not a file");
    }
    try {
      return new InputFile(typed, new BufferedInputStream(Files.newInputStream(file)));
    } catch (IOException e) {
      throw unreadable(typed, e);
    }
  }

  /** What is read from, to be closed by {@link #close} only. */
  public InputStream stream() {
    return stream;
  }

  /** How messages name it. */
  public String name() {
    return isStandardInput() ? "standard input" : file.toString();
  }

  /**
   * All of it.
   *
   * @throws Failure usage: it is longer than {@code limitBytes}; data: it cannot be read
   */
  public byte[] readAll(int limitBytes) {
    try {
      // not by readNBytes, which in Java 17 seeks in a FileInputStream and so fails on a pipe
      byte[] bytes = new BufferedInputStream(stream).readNBytes(limitBytes + 1);
      if (bytes.length > limitBytes) {
        throw Failure.usage(name() + " is larger than " + (limitBytes >> 20) + " MiB");
      }
      return bytes;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private boolean isStandardInput() {
    return file.toString().equals("-");
  }

  private static Failure unreadable(Path file, IOException e) {
    String reason = e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
    return Failure.data("cannot read " + file + ": " + reason).cause(e);
  }

  @Override
  public void close() {
    if (isStandardInput()) {
      return; // it belongs to the process
    }
    try {
      stream.close();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }
}
