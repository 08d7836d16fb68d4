package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code kill -9} in the middle of {@code restore}: the site is the old one or the new one. */
final class RestoreKillIT {
  private static final List<String> OLD = List.of("a@example.com", "b@example.com");
  private static final String NEW = "c@example.com";
  private static final int RANDOM_KILLS = 15;

  @TempDir private Path room;
  private RealBench bench;
  private String backup;

  /** Two users are in the backup; one of them is gone since, and another has come. */
  @BeforeEach
  void make() throws Exception {
    bench = RealBench.madeIn(Files.createDirectory(room.resolve("bench")));
    bench.enroll(OLD.get(0));
    bench.ok("user", "add", OLD.get(1));
    backup = room.resolve("x.zip").toString();
    bench.ok("backup", "--with-key", "-o", backup);
    goOn();
  }

  private void goOn() {
    bench.ok("user", "remove", OLD.get(1), "--yes");
    bench.ok("user", "add", NEW);
  }

  /** Neither half of it: both differences are there or none. */
  private void isOldOrNew() {
    String users = bench.ok("user", "list");
    assertEquals(users.contains(OLD.get(1)), !users.contains(NEW), users);
    bench.ok("audit", "verify");
  }

  @ParameterizedTest
  @CsvSource({"fsync, 3", "pwrite64, 25", "unlink, 2"})
  void before_calls_that_make_something_last(String call, int step) throws Exception {
    int kills = Killed.before(bench, call, step, this::isOldOrNew, "restore", backup, "--yes");
    assertTrue(kills >= 2, "killed only " + kills + " times");
    assertRestored();
  }

  @Test
  void at_random_instants() throws Exception {
    long start = System.nanoTime();
    bench.ok("restore", backup, "--yes");
    long full = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    goOn();
    Random random = new Random();
    for (int i = 0; i < RANDOM_KILLS; i++) {
      Process process = bench.ivn().start("restore", backup, "--yes");
      process.waitFor(full / 3 + random.nextLong(full), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      isOldOrNew();
      if (bench.ok("user", "list").contains(OLD.get(1))) {
        goOn();
      }
    }
    bench.ok("restore", backup, "--yes");
    assertRestored();
  }

  @Test
  void before_each_rename_on_the_way_to_a_new_site() throws Exception {
    Path copy = bench.site().resolveSibling("copy.example");
    Killed.before(
        bench,
        "rename",
        1,
        () -> {
          if (Files.exists(copy)) {
            bench.ok("--site", "copy.example", "key", "check");
          }
        },
        "--site",
        "copy.example",
        "restore",
        backup);
    bench.ok("--site", "copy.example", "audit", "verify");
    assertClean();
  }

  private void assertRestored() throws Exception {
    String users = bench.ok("user", "list");
    assertTrue(users.contains(OLD.get(1)) && !users.contains(NEW), users);
    bench.ok("key", "check");
    assertClean();
  }

  /** What killed ones have left is gone: it may hold a key. */
  private void assertClean() throws Exception {
    try (Stream<Path> entries = Files.list(bench.site().getParent())) {
      List<String> left =
          entries
              .map(entry -> entry.getFileName().toString())
              .filter(name -> name.startsWith("."))
              .toList();
      assertFalse(left.stream().anyMatch(name -> name.endsWith(".staged")), left::toString);
    }
  }
}
