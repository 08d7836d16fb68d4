package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.ivendnext.ivn.otp.SharedSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes that are the first to need the store of a site that bench made. */
final class FirstUseIT {
  private static final int MANY = 10;

  @TempDir private Path directory;
  private RealBench bench;

  @BeforeEach
  void make() throws IOException {
    bench = RealBench.asBenchMakesIt(directory);
  }

  /** They wait for the secret on stdin, so that Java's start does not keep them apart. */
  @RepeatedTest(3)
  void at_the_same_time_all_succeed_with_one_key() throws Exception {
    try (Crowd crowd = new Crowd()) {
      for (int i = 0; i < MANY; i++) {
        crowd.join(
            bench
                .ivn()
                .start(
                    "user",
                    "enroll",
                    "Administrator",
                    "--label",
                    "app " + i,
                    "--no-qr",
                    "--secret-file",
                    "-"));
      }
      SecureRandom random = new SecureRandom();
      crowd.tell(() -> SharedSecret.generate(random).base32());
      for (RealIvn.Outcome outcome : crowd.outcomes()) {
        assertEquals(0, outcome.status(), outcome::err);
      }
    }
    assertOneKey();
    assertEquals(MANY, count(bench.ok("user", "authenticators", "Administrator"), "pending"));
  }

  @Test
  void who_is_overtaken_takes_the_store_that_is_there() throws Exception {
    Process slower = stoppedAfterLookingForTheStore();
    try {
      bench.ok("user", "add", "faster@example.com");
      while (!slower.waitFor(50, TimeUnit.MILLISECONDS)) {
        signal(slower, "CONT");
      }
      assertEquals(0, slower.exitValue(), () -> "out: " + slower.inputReader().lines().toList());
    } finally {
      RealIvn.kill(slower);
    }
    assertOneKey();
    assertEquals(2, count(bench.ok("user", "list"), "@example.com"));
  }

  private Process stoppedAfterLookingForTheStore() throws Exception {
    Tool.need("strace");
    String store = bench.site().resolve("ivn.db").toString();
    String stop = "inject=%file:signal=STOP:when=1";
    Path log = Files.createFile(directory.resolve("log"));
    Process strace =
        bench
            .through("strace", "-f", "-o", log.toString(), "-P", store, "-e", stop)
            .start("user", "add", "slower@example.com");
    while (!Files.readString(log).contains("stopped by SIGSTOP")) {
      boolean ended = strace.waitFor(50, TimeUnit.MILLISECONDS);
      assumeFalse(ended, "strace may not stop a process here");
    }
    return strace;
  }

  private static void signal(Process strace, String name) throws Exception {
    for (ProcessHandle traced : strace.descendants().toList()) {
      String command = "kill -" + name + " " + traced.pid();
      new ProcessBuilder("sh", "-c", command).start().waitFor();
    }
  }

  private void assertOneKey() {
    assertEquals(1, count(bench.configText(), "\"ivn_encryption_key\""));
  }

  private static int count(String text, String word) {
    return (text + " ").split(word, -1).length - 1;
  }
}
