package com.ivendnext.ivn.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Real processes at the same time; each prints little. */
final class Crowd implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 300;

  private final List<Process> processes = new ArrayList<>();

  void join(Process process) {
    processes.add(process);
  }

  /** Gives each its line, and nothing after it, on stdin. */
  void tell(Supplier<String> lines) {
    for (Process process : processes) {
      try (var stdin = process.getOutputStream()) {
        stdin.write((lines.get() + "\n").getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        // it has ended already, and its outcome tells why
      }
    }
  }

  /** How each ended, in the order in which they joined. */
  List<RealIvn.Outcome> outcomes() throws IOException, InterruptedException {
    List<RealIvn.Outcome> outcomes = new ArrayList<>();
    for (Process process : processes) {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("still running: " + process.info());
      }
      outcomes.add(
          new RealIvn.Outcome(
              process.exitValue(), text(process.getInputStream()), text(process.getErrorStream())));
    }
    return outcomes;
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    processes.forEach(RealIvn::kill);
  }
}
