package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.site.PrivateFile;
import com.ivendnext.ivn.site.PrivateStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The options of commands that write a file of mode 0600, or to standard output. */
public final class ExportFile {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to FILE, readable by its owner only. Default: standard output.")
  Path file;

  @Option(names = "--force", description = "Overwrite that file.")
  boolean force;

  /** The file, or null where it is standard output. */
  public Path resolved(Invocation invocation) {
    return standardOutput() ? null : invocation.resolve(file);
  }

  private boolean standardOutput() {
    return file == null || file.toString().equals("-");
  }

  /**
   * Makes sure, before anything is done, that the file can be written.
   *
   * @throws Failure refused: it exists; data: it cannot be written; usage: the answer is to be
   *     JSON, on standard output too
   */
  public void check(Invocation invocation) {
    if (!standardOutput()) {
      PrivateFile.requireWritable(invocation.resolve(file), force);
    } else if (invocation.output().json()) {
      throw Failure.usage("the file and the JSON answer cannot both be standard output")
          .hint("-o FILE writes the file");
    }
  }

  /** Whether secrets would stay: in a file, or before the eyes of whoever sees the screen. */
  public boolean needsConsent(Invocation invocation) {
    return !standardOutput() || invocation.context().terminal().outIsTty();
  }

  /**
   * Writes the file, whole or not at all.
   *
   * @throws Failure data, where it cannot be written; as {@code work}
   */
  public <T> T write(Invocation invocation, Function<OutputStream, T> work) {
    if (standardOutput()) {
      return print(invocation, work);
    }
    AtomicReference<T> result = new AtomicReference<>();
    PrivateStream.write(invocation.resolve(file), out -> result.set(work.apply(out)), force);
    return result.get();
  }

  private static <T> T print(Invocation invocation, Function<OutputStream, T> work) {
    OutputStream out = new BufferedOutputStream(invocation.context().terminal().rawOut());
    T result = work.apply(out);
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // never: it keeps its errors for the end
    }
    return result;
  }
}
