package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.site.FrappeJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many writers of one config, and bench's own among them. */
final class ManyWritersIT {
  private static final int WRITERS = 200;

  /** On a machine so slow that writers wait for the lock in vain, which they say by status 6. */
  private static final int ATTEMPTS = 10;

  /** Writes its keys one by one as Frappe does: under flock(2), truncating the file first. */
  private static final String FRAPPE =
      """
      import fcntl, json, sys
      site = sys.argv[1]
      for i in range(20):
          with open(site + "/locks/site_config.lock", "w") as lock:
              fcntl.flock(lock, fcntl.LOCK_EX)
              with open(site + "/site_config.json") as f:
                  config = json.load(f)
              config["frappe_%d" % i] = i
              with open(site + "/site_config.json", "w") as f:
                  f.write(json.dumps(config, indent=1, sort_keys=True))
      """;

  @TempDir private Path directory;
  private RealBench bench;

  @BeforeEach
  void make() {
    bench = RealBench.madeIn(directory);
  }

  @Test
  void lose_no_key() throws Exception {
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      open.add(i);
    }
    for (int attempt = 0; attempt < ATTEMPTS && !open.isEmpty(); attempt++) {
      open = write(open);
    }
    assertEquals(WRITERS, count("ivn_test_"));
    assertNothingIsLeftBehind();
  }

  @Test
  void lose_no_key_beside_frappe() throws Exception {
    Tool.need("python3");
    try (Crowd crowd = new Crowd()) {
      crowd.join(RealIvn.by("python3", "-c", FRAPPE).start(bench.site().toString()));
      for (int i = 0; i < 20; i++) {
        crowd.join(bench.ivn().start("set-config", "ivn_test_" + i, "x"));
      }
      for (RealIvn.Outcome outcome : crowd.outcomes()) {
        assertEquals(0, outcome.status(), outcome::err);
      }
    }
    assertEquals(20, count("ivn_test_"));
    assertEquals(20, count("frappe_"));
    assertNothingIsLeftBehind();
  }

  /** Starts all these writers at once and returns those who had to give up. */
  private List<Integer> write(List<Integer> writers) throws Exception {
    List<Integer> late = new ArrayList<>();
    try (Crowd crowd = new Crowd()) {
      for (int writer : writers) {
        crowd.join(bench.ivn().start("set-config", "ivn_test_" + writer, "value " + writer));
      }
      List<RealIvn.Outcome> outcomes = crowd.outcomes();
      for (int i = 0; i < outcomes.size(); i++) {
        RealIvn.Outcome outcome = outcomes.get(i);
        boolean gaveUp = outcome.status() == 6;
        assertTrue(gaveUp || outcome.status() == 0, outcome::err);
        Object written = config().get("ivn_test_" + writers.get(i));
        assertEquals(gaveUp ? null : "value " + writers.get(i), written);
        if (gaveUp) {
          late.add(writers.get(i));
        }
      }
    }
    return late;
  }

  private Map<String, Object> config() throws IOException {
    return FrappeJson.parse(Files.readAllBytes(bench.config()), bench.config());
  }

  private long count(String prefix) throws IOException {
    return config().keySet().stream().filter(key -> key.startsWith(prefix)).count();
  }

  private void assertNothingIsLeftBehind() throws IOException {
    Set<String> names = new HashSet<>();
    try (var files = Files.newDirectoryStream(bench.site())) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    }
    assertEquals(Set.of("site_config.json", "locks", "ivn.db", "ivn.audit-head"), names);
  }
}
