package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code kill -9} in the middle of {@code key rotate}: config and store fit at every instant. */
final class KeyRotateKillIT {
  private static final String USER = "a@example.com";
  private static final int RANDOM_KILLS = 15;

  @TempDir private Path room;
  private RealBench bench;

  @BeforeEach
  void make() throws Exception {
    bench = RealBench.madeIn(Files.createDirectory(room.resolve("bench")));
    bench.enroll(USER);
  }

  private void fits() {
    assertTrue(bench.ok("key", "check").contains(" with key "));
  }

  @ParameterizedTest
  @CsvSource({"rename, 1, 2", "fsync, 1, 6", "pwrite64, 4, 4"})
  void before_each_call_that_makes_something_last(String call, int step, int least)
      throws Exception {
    int kills = Killed.before(bench, call, step, this::fits, "key", "rotate");
    assertTrue(kills >= least, "killed only " + kills + " times");
    assertWhole();
  }

  @Test
  void before_each_rename_with_a_file_for_the_new_key() throws Exception {
    String file = room.resolve("new.key").toString();
    Killed.before(bench, "rename", 1, this::fits, "key", "rotate", "--key-file", file);
    assertWhole();
    assertFalse(bench.configText().contains("\"ivn_encryption_key\""));
  }

  @Test
  void at_random_instants() throws Exception {
    Random random = new Random();
    long start = System.nanoTime();
    bench.ok("key", "rotate");
    long full = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    for (int i = 0; i < RANDOM_KILLS; i++) {
      Process process = bench.ivn().start("key", "rotate");
      process.waitFor(full / 3 + random.nextLong(full), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      fits();
    }
    bench.ok("key", "rotate");
    assertWhole();
  }

  private void assertWhole() throws Exception {
    bench.ok("audit", "verify");
    bench.ok("otp", "verify", USER, RealBench.code(0));
    assertFalse(bench.configText().contains("_next"));
    try (var files = Files.list(bench.site())) {
      assertEquals(0, files.filter(file -> file.toString().endsWith(".tmp")).count());
    }
  }
}
