package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provisioning script that runs again and again. */
final class ProvisioningIT {
  private static final int RUNS = 100;
  private static final int AT_ONCE = 10;
  private static final String USER = "user@example.com";

  @TempDir private Path directory;
  private RealBench bench;

  @BeforeEach
  void make() {
    bench = RealBench.madeIn(directory);
    bench.ok("user", "add", USER);
  }

  @Test
  void says_and_leaves_the_same_a_hundred_times() throws Exception {
    RealIvn script =
        bench.shell(
            "\"$0\" set-config otp_issuer_name Example && "
                + "\"$0\" user enroll user@example.com --format json");
    script.run(); // the only one who does not find the authenticator pending
    RealIvn.Outcome second = script.run();
    assertEquals(0, second.status(), second::err);
    String config = bench.configText();
    for (int run = 0; run < RUNS; run += AT_ONCE) {
      try (Crowd crowd = new Crowd()) {
        for (int i = 0; i < AT_ONCE; i++) {
          crowd.join(script.start());
        }
        crowd.outcomes().forEach(outcome -> assertEquals(second, outcome));
      }
    }
    assertEquals(config, bench.configText());
  }

  @Test
  void roles_may_be_given_and_ticked_twice() {
    for (int i = 0; i < 2; i++) {
      bench.ok("role", "enable-2fa", "System Manager");
      bench.ok("user", "grant", USER, "System Manager");
      bench.ok("user", "enable", USER);
    }
  }

  @Test
  void what_must_be_new_says_that_it_exists() {
    assertEquals(5, bench.ivn().run("new-site", RealBench.SITE).status());
    assertEquals(5, bench.ivn().run("user", "add", USER).status());
    assertEquals(5, bench.ivn().run("role", "add", "System Manager").status());
  }
}
