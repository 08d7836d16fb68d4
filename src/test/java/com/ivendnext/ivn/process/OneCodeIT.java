package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** One right code, presented by many at the same instant. */
final class OneCodeIT {
  private static final int MANY = 50;
  private static final String USER = "user@example.com";

  @TempDir private Path room;
  private RealBench bench;

  @BeforeEach
  void enroll() throws IOException {
    Tool.need("sqlite3");
    bench = RealBench.madeIn(Files.createDirectory(room.resolve("bench")));
    bench.enroll(USER);
  }

  /** They wait for the code on stdin, so that Java's start does not keep them apart. */
  @RepeatedTest(3)
  void opens_one_door_only() throws Exception {
    try (Crowd crowd = new Crowd()) {
      for (int i = 0; i < MANY; i++) {
        crowd.join(bench.ivn().start("otp", "verify", USER, "-"));
      }
      String code = RealBench.code(0);
      crowd.tell(() -> code);
      int accepted = 0;
      for (RealIvn.Outcome outcome : crowd.outcomes()) {
        accepted += outcome.status() == 0 ? 1 : 0;
        boolean refused = outcome.status() == 3 || outcome.status() == 6;
        assertTrue(outcome.status() == 0 || refused, outcome::err);
      }
      assertEquals(1, accepted);
    }
    bench.assertStoreIsWhole(Files.createDirectory(room.resolve("copy")));
  }
}
