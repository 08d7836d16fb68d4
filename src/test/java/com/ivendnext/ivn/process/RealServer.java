package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** {@code ivn serve} as a process, on a port of its own. */
final class RealServer implements AutoCloseable {
  private final Process process;
  private final StringBuffer log = new StringBuffer();
  private final String url;

  private RealServer(Path bench) throws IOException {
    process =
        RealIvn.built().in(bench).start("--site", "mysite", "serve", "--listen", "127.0.0.1:0");
    BufferedReader lines = process.errorReader();
    String first = lines.readLine();
    String begin = "ivn: listening on ";
    assertTrue(first != null && first.startsWith(begin), first);
    url = first.substring(begin.length());
    Thread reader = new Thread(() -> drain(lines));
    reader.setDaemon(true);
    reader.start();
  }

  /** Started, and listening. */
  static RealServer over(Path bench) {
    try {
      return new RealServer(bench);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lest the server waits for somebody to read. */
  private void drain(BufferedReader lines) {
    try {
      lines.lines().forEach(line -> log.append(line).append('\n'));
    } catch (UncheckedIOException closed) {
      // the process has ended
    }
  }

  String url() {
    return url;
  }

  /** SIGTERM. */
  void stop() {
    process.destroy();
  }

  /** SIGINT, as Ctrl-C sends it. */
  void interrupt() {
    RealIvn.by("kill", "-INT", String.valueOf(process.pid())).run();
  }

  /** SIGKILL. */
  void kill() {
    process.destroyForcibly();
  }

  /** How it ended; fails where it goes on. */
  int status() throws InterruptedException {
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running: " + log);
    return process.exitValue();
  }

  @Override
  public void close() {
    RealIvn.kill(process);
  }
}
