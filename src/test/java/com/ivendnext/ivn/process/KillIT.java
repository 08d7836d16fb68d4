package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} at any instant: what was acknowledged stays, the rest is done or is not. */
final class KillIT {
  private static final int KILLS = 20;

  /** The authenticators have a window of 20 codes each, and a kill may cost one. */
  private static final List<String> USERS = List.of("a@example.com", "b@example.com");

  private final Random random = new Random();

  @TempDir private Path room;
  private RealBench bench;

  @BeforeEach
  void make() throws Exception {
    bench = RealBench.madeIn(Files.createDirectory(room.resolve("bench")));
  }

  @Test
  void of_set_config() throws Exception {
    long full = millisOf("set-config", "ivn_test", "0");
    List<String> acknowledged = new ArrayList<>(List.of("ivn_encryption_key", "ivn_test"));
    for (int i = 0; i < KILLS; i++) {
      String key = "ivn_test_" + i;
      if (endsBeforeItIsKilled(full, "set-config", key, "1")) {
        acknowledged.add(key);
      }
      assertTrue(Json.object(bench.configText()).keySet().containsAll(acknowledged));
    }
    bench.ok("set-config", "ivn_test_last", "1");
    assertStoreIsWhole();
  }

  @Test
  void of_user_add() throws Exception {
    long full = millisOf("user", "add", "first@example.com");
    List<String> acknowledged = new ArrayList<>(List.of("first@example.com"));
    for (int i = 0; i < KILLS; i++) {
      String user = "user" + i + "@example.com";
      if (endsBeforeItIsKilled(full, "user", "add", user)) {
        acknowledged.add(user);
      }
    }
    String list = bench.ok("user", "list");
    acknowledged.forEach(user -> assertTrue(list.contains(user + " "), list));
    bench.ok("user", "add", "last@example.com");
    assertStoreIsWhole();
  }

  @Test
  void of_otp_verify() throws Exception {
    USERS.forEach(bench::enroll);
    long step = RealBench.step() - RealBench.WINDOW + 2;
    long full = millisOf("user", "show", USERS.get(0));
    for (int i = 0; i < KILLS; i++) {
      String user = USERS.get(i % USERS.size());
      String code = RealBench.codeOf(step + i / USERS.size());
      if (endsBeforeItIsKilled(full, "otp", "verify", user, code)) {
        RealIvn.Outcome again = bench.ivn().run("otp", "verify", user, code);
        assertEquals(3, again.status(), again::err);
      }
    }
    for (String user : USERS) {
      bench.ok("otp", "verify", user, RealBench.code(RealBench.WINDOW - 1));
    }
    assertStoreIsWhole();
  }

  /** How long a command takes here and now when nobody kills it. */
  private long millisOf(String... command) {
    long start = System.nanoTime();
    bench.ok(command);
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  /** Kills it at a random instant of its life, or when it has just ended well. */
  private boolean endsBeforeItIsKilled(long full, String... command) throws Exception {
    Process process = bench.ivn().start(command);
    boolean ended = process.waitFor(random.nextLong(full + full / 4), TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
    return ended && process.exitValue() == 0;
  }

  private void assertStoreIsWhole() throws Exception {
    Tool.need("sqlite3");
    bench.assertStoreIsWhole(Files.createDirectory(room.resolve("copy")));
  }
}
