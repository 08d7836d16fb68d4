package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A site that the built {@code bin/ivn} makes and runs commands on, each a process of its own. */
final class BuiltSite {
  static final String USER = "user@example.com";
  private static final String NAME = "mysite";

  private final Path bench;

  /** A site with one user, in the empty directory {@code bench}. */
  BuiltSite(Path bench) {
    this.bench = bench;
    assertEquals(0, RealIvn.built().in(bench).run("new-site", NAME).status());
    ok("user", "add", USER);
  }

  RealIvn.Outcome run(String... arguments) {
    return RealIvn.built().in(bench).run(onSite(arguments));
  }

  /** Starts a command and returns at once. */
  Process start(String... arguments) {
    return RealIvn.built().in(bench).start(onSite(arguments));
  }

  /** Runs what must succeed; its standard output. */
  String ok(String... arguments) {
    RealIvn.Outcome outcome = run(arguments);
    assertEquals(0, outcome.status(), outcome::err);
    return outcome.out();
  }

  private static String[] onSite(String... arguments) {
    List<String> words = new ArrayList<>(List.of("--site", NAME));
    words.addAll(List.of(arguments));
    return words.toArray(new String[0]);
  }
}
