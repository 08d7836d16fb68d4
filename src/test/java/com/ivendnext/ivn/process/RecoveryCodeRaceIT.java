package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One recovery code, many processes, one acceptance. */
final class RecoveryCodeRaceIT {
  private static final int PROCESSES = 50;
  private static final int ROUNDS = 2;

  @TempDir Path bench;

  @Test
  @Timeout(240)
  void fifty_processes_at_once_use_a_recovery_code_exactly_once() throws InterruptedException {
    BuiltSite site = new BuiltSite(bench);
    List<String> codes = codes(site.ok("recovery", "generate", BuiltSite.USER));
    for (int round = 0; round < ROUNDS; round++) {
      List<Integer> statuses = race(site, codes.get(round));
      assertEquals(1, statuses.stream().filter(status -> status == 0).count(), statuses::toString);
      assertEquals(
          PROCESSES - 1,
          statuses.stream().filter(status -> status == 3).count(),
          statuses::toString);
    }
    String left = site.ok("recovery", "status", BuiltSite.USER);
    assertEquals("user@example.com has 8 of 10 recovery codes left.\n", left);
  }

  /** The exit statuses of all who tried. */
  private static List<Integer> race(BuiltSite site, String code) throws InterruptedException {
    List<Process> processes = new ArrayList<>();
    try {
      for (int i = 0; i < PROCESSES; i++) {
        processes.add(site.start("otp", "verify", BuiltSite.USER, code));
      }
      List<Integer> statuses = new ArrayList<>();
      for (Process process : processes) {
        assertTrue(process.waitFor(100, TimeUnit.SECONDS), "still running");
        statuses.add(process.exitValue());
      }
      return statuses;
    } finally {
      processes.forEach(RealIvn::kill);
    }
  }

  private static List<String> codes(String page) {
    return page.lines()
        .filter(line -> line.matches(" +[0-9]+  [0-9a-z-]{29}"))
        .map(line -> line.substring(line.length() - 29))
        .toList();
  }
}
