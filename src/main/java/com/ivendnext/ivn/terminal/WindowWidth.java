package com.ivendnext.ivn.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** Asks a tty for its width through {@code stty size}, since Java has no call for it. */
final class WindowWidth implements IntSupplier {
  private static final int MAX_DIGITS = 5;

  private final List<String> command;
  private final File tty;
  private final long patienceMillis;

  WindowWidth(List<String> command, File tty, long patienceMillis) {
    this.command = command;
    this.tty = tty;
    this.patienceMillis = patienceMillis;
  }

  /** Asks the controlling tty, and waits for it at most a second. */
  static WindowWidth ofTty() {
    return new WindowWidth(List.of("stty", "size"), new File("/dev/tty"), 1000);
  }

  /** The width in columns, or 0 where there is no tty, no stty or no answer in time. */
  @Override
  public int getAsInt() {
    try {
      return ask();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private int ask() throws IOException, InterruptedException {
    Process stty =
        new ProcessBuilder(command)
            .redirectInput(tty)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!stty.waitFor(patienceMillis, TimeUnit.MILLISECONDS)) {
        return 0;
      }
      return columns(stty.getInputStream().readNBytes(32));
    } finally {
      stty.destroyForcibly();
    }
  }

  /** The second number of "24 80". */
  private static int columns(byte[] answer) {
    String text = new String(answer, StandardCharsets.US_ASCII).trim();
    return positive(text.substring(text.indexOf(' ') + 1));
  }

  /** A positive decimal number of at most five ASCII digits, or 0 for anything else, and null. */
  static int positive(String text) {
    if (text == null || text.isEmpty() || text.length() > MAX_DIGITS) {
      return 0;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return 0;
      }
      number = 10 * number + c - '0';
    }
    return number;
  }
}
