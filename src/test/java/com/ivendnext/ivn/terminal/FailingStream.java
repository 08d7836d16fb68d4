package com.ivendnext.ivn.terminal;

import java.io.IOException;
import java.io.OutputStream;

/** Takes a number of bytes, and then none. */
final class FailingStream extends OutputStream {
  private final String reason;
  private int room;
  int refused;

  FailingStream(int room, String reason) {
    this.room = room;
    this.reason = reason;
  }

  @Override
  public void write(int b) throws IOException {
    if (room == 0) {
      refused++;
      throw new IOException(reason);
    }
    room--;
  }
}
