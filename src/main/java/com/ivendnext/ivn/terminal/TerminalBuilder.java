package com.ivendnext.ivn.terminal;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.function.IntSupplier;

/** What a {@link Terminal} is made of; see {@link Terminal#on}. */
public final class TerminalBuilder {
  final InputStream in;
  final OutputStream out;
  final OutputStream err;
  boolean inIsTty;
  boolean outIsTty;
  boolean errIsTty;
  boolean utf8 = true;
  Map<String, String> env = Map.of();
  SecretPrompt secretPrompt;
  IntSupplier window = WindowWidth.ofTty();

  TerminalBuilder(InputStream in, OutputStream out, OutputStream err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  /** Which of the standard streams are a tty; at first none. */
  public TerminalBuilder ttys(boolean in, boolean out, boolean err) {
    inIsTty = in;
    outIsTty = out;
    errIsTty = err;
    return this;
  }

  /** The environment, of which COLUMNS, NO_COLOR and TERM are read; at first empty. */
  public TerminalBuilder env(Map<String, String> env) {
    this.env = env;
    return this;
  }

  /** Whether the locale's charset is UTF-8; at first it is. */
  public TerminalBuilder utf8(boolean utf8) {
    this.utf8 = utf8;
    return this;
  }

  /** How a secret is typed; at first, and where null, it cannot be. */
  public TerminalBuilder secrets(SecretPrompt secretPrompt) {
    this.secretPrompt = secretPrompt;
    return this;
  }

  /** How the tty is asked for its width, where 0 is unknown; at first through stty. */
  TerminalBuilder window(IntSupplier window) {
    this.window = window;
    return this;
  }

  public Terminal build() {
    return new Terminal(this);
  }
}
