package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of a bulk enrollment: the same command goes on, nothing twice. */
final class BulkKillIT {
  private static final int USERS = 1200;

  @TempDir private Path room;

  @Test
  void goes_on_where_it_was_killed() throws Exception {
    RealBench bench = RealBench.madeIn(Files.createDirectory(room.resolve("bench")));
    StringBuilder state = new StringBuilder("roles: {Staff: }\nusers:\n");
    for (int i = 0; i < USERS; i++) {
      state.append("  user").append(i).append("@example.com: {roles: [Staff]}\n");
    }
    bench.ok("apply", "-f", Files.writeString(room.resolve("state.yaml"), state).toString());
    Path codes = room.resolve("codes");
    String[] command = {"user", "enroll", "--role", "Staff", "--out", codes.toString()};
    Random random = new Random();
    for (int i = 0; i < 6; i++) {
      Process process = bench.ivn().start(command);
      process.waitFor(300 + random.nextInt(1500), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
    }
    bench.ok(command);
    List<String> rows = Files.readAllLines(codes.resolve("index.csv"));
    assertEquals(USERS + 1, rows.size());
    Set<String> users = new HashSet<>();
    for (String row : rows.subList(1, rows.size())) {
      String[] fields = row.split(",");
      assertTrue(users.add(fields[0]), row);
      assertTrue(Files.size(codes.resolve(fields[2])) > 100, row);
    }
    try (Stream<Path> files = Files.list(codes)) {
      assertEquals(USERS + 1, files.count());
    }
    assertTrue(bench.ok(command).startsWith("Made QR codes for 0 users"));
    bench.ok("audit", "verify");
  }
}
