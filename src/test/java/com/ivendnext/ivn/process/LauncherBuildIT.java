package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The first start in a source checkout, with a stand-in for Maven that notes how it was called. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LauncherBuildIT {

  private static final String JAVA_HOME = System.getProperty("java.home");
  private static final String BUILDING = "ivn: first start in a source checkout: building";

  @TempDir private static Path compiled;
  private static ProbeHome probe;

  @TempDir private Path room;
  private Path root;
  private Path ivn;

  @BeforeAll
  static void compile() throws IOException {
    probe = ProbeHome.compiledIn(compiled);
  }

  @BeforeEach
  void checkOut() throws IOException {
    root = room.toRealPath().resolve("the 'checkout'");
    ivn = probe.checkOut(root);
  }

  @Test
  void builds_what_is_missing_and_runs_it() throws IOException {
    maven("");
    RealIvn.Outcome outcome = call().run("an argument");
    assertEquals(0, outcome.status(), outcome::err);
    assertEquals("an argument", ProbeHome.told(outcome, "argument"));
    assertEquals(root + "/target/ivn", ProbeHome.told(outcome, "ivn.home"));
    assertTrue(outcome.err().startsWith(BUILDING), outcome::err);
  }

  @Test
  void does_not_build_what_is_there() throws IOException {
    maven("");
    call().run();
    RealIvn.Outcome second = call().run();
    assertEquals("", second.err());
    assertEquals(1, calls());
  }

  @Test
  void what_maven_prints_goes_to_stderr() throws IOException {
    maven("echo Maven speaks; echo Maven warns >&2");
    RealIvn.Outcome outcome = call().run("exit", "0");
    assertEquals("", outcome.out());
    assertTrue(outcome.err().endsWith("Maven speaks\nMaven warns\n"), outcome::err);
  }

  @Test
  void maven_does_not_eat_the_input_of_ivn() throws IOException {
    maven("cat");
    assertEquals("typed", call().typing("typed").run("echo").out());
  }

  @Test
  void maven_gets_the_java_that_was_found() throws IOException {
    maven("echo \"Java $JAVA_HOME\"");
    RealIvn.Outcome outcome = call().run();
    assertTrue(outcome.err().contains("Java " + JAVA_HOME + "\n"), outcome::err);
  }

  @Test
  void says_that_there_is_no_maven() {
    RealIvn.Outcome outcome = call().with("PATH", room.toString()).run();
    assertEquals(1, outcome.status());
    assertTrue(outcome.err().contains("there is no mvn to build it\nivn: hint: install Maven"));
  }

  @Test
  void says_that_this_java_cannot_build() throws IOException {
    maven("");
    Path runtime = room.resolve("runtime");
    ProbeHome.script(runtime.resolve("bin/java"), "exit 3\n");
    Files.writeString(runtime.resolve("release"), "JAVA_VERSION=\"17\"");
    RealIvn.Outcome outcome = call().with("JAVA_HOME", runtime.toString()).run();
    assertEquals(1, outcome.status());
    assertTrue(outcome.err().startsWith("ivn: building ivn needs a JDK"), outcome::err);
    assertEquals(0, calls());
  }

  @Test
  void says_that_the_build_failed_after_what_maven_said() throws IOException {
    maven("echo '[ERROR] no such symbol'; exit 1");
    RealIvn.Outcome outcome = call().run();
    assertEquals(1, outcome.status());
    assertEquals("", outcome.out());
    assertTrue(outcome.err().contains("[ERROR] no such symbol\nivn: the build failed"));
  }

  @Test
  void says_that_it_cannot_build_there() throws IOException {
    maven("");
    Files.createFile(root.resolve("target"));
    RealIvn.Outcome outcome = call().run();
    assertEquals(1, outcome.status());
    assertTrue(outcome.err().startsWith("ivn: ivn is not built, and "), outcome::err);
  }

  @Test
  void two_first_starts_build_once() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/flock")), "flock(1) makes one wait");
    Path gate = room.resolve("gate");
    assertEquals(0, new ProcessBuilder("mkfifo", gate.toString()).start().waitFor());
    maven("timeout 60 cat '" + gate + "'");
    Process first = call().start("exit", "41");
    assertTrue(first.errorReader().readLine().startsWith(BUILDING));
    Process second = call().start("exit", "42");
    assertEquals(
        "ivn: another start is building it; waiting for that", second.errorReader().readLine());
    Files.writeString(gate, "go\n");
    assertEquals(List.of(41, 42), List.of(first.waitFor(), second.waitFor()));
    assertEquals(1, calls());
  }

  /** Puts a Maven on the search path that does this and then leaves a build. */
  private void maven(String does) throws IOException {
    String build =
        """
        echo called >>'%s'
        %s
        cd "$(dirname "$4")" && mkdir -p target/ivn/lib && cp '%s' target/ivn/lib/ivn.jar
        """;
    Path log = room.resolve("calls");
    assertFalse(Files.exists(log));
    ProbeHome.script(room.resolve("tools/mvn"), build.formatted(log, does, probe.jar()));
  }

  private int calls() throws IOException {
    Path log = room.resolve("calls");
    return Files.exists(log) ? Files.readAllLines(log).size() : 0;
  }

  private RealIvn call() {
    String path = room.resolve("tools") + ":" + System.getenv("PATH");
    return RealIvn.at(ivn).with("PATH", path).with("JAVA_HOME", JAVA_HOME);
  }
}
