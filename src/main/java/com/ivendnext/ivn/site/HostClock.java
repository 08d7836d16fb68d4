package com.ivendnext.ivn.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Whether the clock of this machine is kept right by the network: codes depend on it. */
public final class HostClock {
  private static final long PATIENCE_SECONDS = 2;

  private HostClock() {}

  /** What {@code timedatectl} reads from the kernel; nothing where there is no such answer. */
  public static Optional<Boolean> synchronised() {
    return ask("timedatectl", "show", "--property=NTPSynchronized", "--value");
  }

  /** The yes or no that a program prints. */
  static Optional<Boolean> ask(String... command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      byte[] answer = process.getInputStream().readAllBytes();
      return switch (new String(answer, StandardCharsets.US_ASCII).strip()) {
        case "yes" -> Optional.of(true);
        case "no" -> Optional.of(false);
        default -> Optional.empty();
      };
    } catch (IOException notInstalled) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
