package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup of a site that others write to at the same time is one moment of it. */
final class BackupWhileWritingIT {
  private static final int WRITERS = 6;
  private static final int BACKUPS = 3;

  @TempDir private Path room;

  @Test
  void is_consistent_and_loses_nobody_a_write() throws Exception {
    RealBench bench = RealBench.madeIn(Files.createDirectory(room.resolve("bench")));
    try (Crowd crowd = new Crowd()) {
      for (int i = 0; i < WRITERS; i++) {
        crowd.join(bench.ivn().start("user", "add", "user" + i + "@example.com"));
        if (i % 2 == 0) {
          String file = room.resolve("backup-" + i / 2 + ".zip").toString();
          crowd.join(bench.ivn().start("backup", "--with-key", "-o", file));
        }
      }
      List<RealIvn.Outcome> outcomes = crowd.outcomes();
      outcomes.forEach(outcome -> assertEquals(0, outcome.status(), outcome::err));
    }
    bench.ok("audit", "verify");
    for (int i = 0; i < BACKUPS; i++) {
      String site = "copy" + i;
      bench.ok("--site", site, "restore", room.resolve("backup-" + i + ".zip").toString());
      bench.ok("--site", site, "audit", "verify");
    }
  }
}
