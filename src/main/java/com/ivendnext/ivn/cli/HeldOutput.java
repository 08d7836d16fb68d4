package com.ivendnext.ivn.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Holds back the first 64 KiB, so that an answer that fails while it is made is not half printed;
 * what is longer passes through, so that a million users need no memory.
 */
final class HeldOutput extends OutputStream {
  private static final int HELD_BYTES = 64 * 1024;

  private final OutputStream target;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();

  HeldOutput(OutputStream target) {
    this.target = target;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    held.write(bytes, offset, length);
    if (held.size() >= HELD_BYTES) {
      release();
    }
  }

  /** Lets go what is held. */
  void release() {
    try {
      held.writeTo(target);
      held.reset();
      target.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
