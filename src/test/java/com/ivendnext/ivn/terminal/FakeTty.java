package com.ivendnext.ivn.terminal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Byte arrays for the three streams, and a terminal to be built on them. */
final class FakeTty {
  final ByteArrayInputStream in;
  final ByteArrayOutputStream out = new ByteArrayOutputStream();
  final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private FakeTty(byte[] typed) {
    in = new ByteArrayInputStream(typed);
  }

  static FakeTty silent() {
    return new FakeTty(new byte[0]);
  }

  static FakeTty typing(String typed) {
    return new FakeTty(typed.getBytes(StandardCharsets.UTF_8));
  }

  static FakeTty typing(byte[] typed) {
    return new FakeTty(typed);
  }

  TerminalBuilder builder() {
    return Terminal.on(in, out, err);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
