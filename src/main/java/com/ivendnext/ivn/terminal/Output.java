package com.ivendnext.ivn.terminal;

import com.ivendnext.ivn.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.util.Locale;

/**
 * A standard stream that keeps its first write error instead of throwing it, and then writes
 * nothing more: the writers above would swallow it, and the end of the run must know it.
 */
final class Output extends OutputStream {
  private final OutputStream target;
  private IOException trouble;

  Output(OutputStream target) {
    if (target instanceof PrintStream) {
      throw new IllegalArgumentException("a PrintStream hides write errors");
    }
    this.target = target;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    if (trouble != null) {
      return;
    }
    try {
      target.write(bytes, offset, length);
    } catch (IOException e) {
      trouble = e;
    }
  }

  @Override
  public void flush() {
    if (trouble != null) {
      return;
    }
    try {
      target.flush();
    } catch (IOException e) {
      trouble = e;
    }
  }

  /** Only flushes: the stream belongs to the process. */
  @Override
  public void close() {
    flush();
  }

  /** What to tell the user if something was not written, or null; a closed pipe is no failure. */
  Failure failure() {
    if (trouble == null || closedPipe()) {
      return null;
    }
    String reason = trouble.getMessage();
    String words = reason == null || reason.isEmpty() ? "" : ": " + lowerFirst(reason);
    return Failure.data("cannot write to standard output" + words).cause(trouble);
  }

  private static String lowerFirst(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  /** Whether the trouble is that nobody reads any more (EPIPE). */
  boolean closedPipe() {
    if (trouble == null || trouble.getMessage() == null) {
      return false;
    }
    String message = trouble.getMessage();
    return message.contains("Broken pipe") || message.equals(brokenPipe());
  }

  /** Java gives the error only in words, and in the user's language: break a pipe to learn them. */
  private static String brokenPipe() {
    try {
      Pipe pipe = Pipe.open();
      pipe.source().close();
      try (Pipe.SinkChannel sink = pipe.sink()) {
        sink.write(ByteBuffer.allocate(1));
      }
      return null;
    } catch (IOException broken) {
      return broken.getMessage();
    }
  }
}
