package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of apply: all or nothing, and the same command again completes. */
final class ApplyKillIT {
  private static final int USERS = 150;
  private static final int KILLS = 12;

  private final Random random = new Random();

  @TempDir private Path room;

  @Test
  void leaves_all_or_nothing_and_the_next_run_completes() throws Exception {
    long full = millisOfOne();
    for (int i = 0; i < KILLS; i++) {
      RealBench bench = bench("killed" + i);
      Process process = bench.ivn().start("apply", "-f", state(i).toString());
      process.waitFor(full / 3 + random.nextLong(full), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      long users = users(bench);
      assertTrue(users == 0 || users == USERS, users + " users");
      boolean enforced = bench.configText().contains("two_factor_grace_period_hours");
      assertTrue(!enforced || users == USERS, "settings before users");
      bench.ok("apply", "-f", state(i).toString());
      assertEquals(USERS, users(bench));
      assertTrue(bench.configText().contains("two_factor_grace_period_hours"));
      String again = bench.ok("apply", "-f", state(i).toString());
      assertEquals("Nothing to change: mysite is what the file says.\n", again);
      bench.ok("audit", "verify");
    }
  }

  private long millisOfOne() throws Exception {
    RealBench bench = bench("timed");
    long start = System.nanoTime();
    bench.ok("apply", "-f", state(-1).toString());
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private RealBench bench(String name) throws Exception {
    return RealBench.madeIn(Files.createDirectory(room.resolve(name)));
  }

  private static long users(RealBench bench) {
    return bench.ok("user", "list").lines().filter(line -> line.startsWith("user")).count();
  }

  private Path state(int run) throws Exception {
    StringBuilder state =
        new StringBuilder("settings: {two_factor_grace_period_hours: 5}\nusers:\n");
    for (int i = 0; i < USERS; i++) {
      state.append("  user").append(i).append("@example.com: {authenticator: true}\n");
    }
    return Files.writeString(room.resolve("state" + run + ".yaml"), state);
  }
}
