package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which Java the launcher takes, which it refuses, and how it keeps it quiet. */
final class LauncherJavaIT {

  private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

  @TempDir private static Path compiled;
  private static ProbeHome probe;

  @TempDir private Path room;
  private Path ivn;

  @BeforeAll
  static void compile() throws IOException {
    probe = ProbeHome.compiledIn(compiled);
  }

  @BeforeEach
  void install() throws IOException {
    ivn = probe.install(room.resolve("home"));
  }

  /** Each Java installed beside the one that runs the tests, that one among them. */
  static Set<Path> javas() throws IOException {
    Set<Path> javas = new TreeSet<>();
    javas.add(JAVA_HOME.toRealPath());
    try (DirectoryStream<Path> siblings = Files.newDirectoryStream(JAVA_HOME.resolve(".."))) {
      for (Path sibling : siblings) {
        if (Files.isExecutable(sibling.resolve("bin/java"))) {
          javas.add(sibling.toRealPath());
        }
      }
    }
    return javas;
  }

  @Test
  void says_that_there_is_no_java() {
    assertRefused(
        RealIvn.at(ivn).with("JAVA_HOME", null).with("PATH", room.toString()),
        "ivn: no Java found: JAVA_HOME is not set and PATH has no java",
        "ivn: hint: install Java 17 or newer");
  }

  @Test
  void says_that_java_home_is_wrong() {
    assertRefused(
        RealIvn.at(ivn).with("JAVA_HOME", room.toString()),
        "ivn: JAVA_HOME is " + room + ", where there is no bin/java",
        "ivn: hint: set it to the directory of a Java 17 or newer, or unset it");
  }

  @ParameterizedTest
  @CsvSource({"11.0.22, 11", "1.8.0_392, 8", "16-ea, 16", "9, 9"})
  void refuses_an_old_java_without_starting_it(String version, String told) throws IOException {
    Path old = javaThat("echo started; exit 0");
    Files.writeString(
        old.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    assertRefused(
        RealIvn.at(ivn).with("JAVA_HOME", old.toString()),
        "ivn: ivn needs Java 17 or newer, and " + old + "/bin/java is " + told,
        "ivn: hint: install a newer Java, or set JAVA_HOME to one");
  }

  @ParameterizedTest
  @CsvSource({"1.8.0_392, 8", "11.0.22, 11"})
  void asks_a_java_without_a_release_file(String version, String told) throws IOException {
    Path old = javaThat("echo Picked up; echo 'openjdk version \"" + version + "\" x' >&2");
    assertRefused(
        RealIvn.at(ivn).with("JAVA_HOME", old.toString()),
        "ivn: ivn needs Java 17 or newer, and " + old + "/bin/java is " + told,
        "ivn: hint: install a newer Java, or set JAVA_HOME to one");
  }

  @Test
  void says_that_java_does_not_run() throws IOException {
    Path broken = javaThat("exit 3");
    assertRefused(
        RealIvn.at(ivn).with("JAVA_HOME", broken.toString()),
        "ivn: " + broken + "/bin/java does not run",
        "ivn: hint: install Java 17 or newer, or set JAVA_HOME to one");
  }

  @Test
  void takes_the_first_java_of_the_search_path() throws IOException {
    Path bin = Files.createDirectories(room.resolve("a bin"));
    Path link = Files.createSymbolicLink(bin.resolve("java"), JAVA_HOME.resolve("bin/java"));
    Path old = javaThat("exit 3");
    String path = room + "::" + bin + ":" + System.getenv("PATH") + ":" + old.resolve("bin");
    RealIvn.Outcome outcome = RealIvn.at(ivn).with("JAVA_HOME", null).with("PATH", path).run();
    Files.delete(link);
    assertEquals(JAVA_HOME.toRealPath(), Path.of(ProbeHome.told(outcome, "java.home")));
  }

  @Test
  void prefers_java_home_to_the_search_path() throws IOException {
    Path old = javaThat("exit 3");
    String path = old.resolve("bin") + ":" + System.getenv("PATH");
    RealIvn call = RealIvn.at(ivn).with("JAVA_HOME", JAVA_HOME.toString()).with("PATH", path);
    assertEquals(0, call.run().status());
  }

  @Test
  void takes_a_stand_in_that_starts_another_java() throws IOException {
    Path standIn = javaThat("exec '" + JAVA_HOME + "/bin/java' \"$@\"");
    RealIvn call = RealIvn.at(ivn).with("JAVA_HOME", standIn.toString());
    assertEquals("a", ProbeHome.told(call.run("a"), "argument"));
  }

  @ParameterizedTest
  @MethodSource("javas")
  void what_java_itself_prints_goes_to_stderr(Path java) {
    RealIvn.Outcome outcome =
        RealIvn.at(ivn)
            .with("JAVA_HOME", java.toString())
            .with("IVN_JAVA_OPTS", "-XX:+PrintFlagsFinal -XX:+PrintCommandLineFlags -noverify")
            .run("exit", "0");
    assertEquals("", outcome.out());
    assertFalse(outcome.err().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("javas")
  void java_does_not_warn_of_native_libraries(Path java) {
    Path library = java.resolve("lib/libprefs.so");
    assumeTrue(Files.exists(library), "a library that can be loaded by itself");
    RealIvn.Outcome outcome =
        RealIvn.at(ivn).with("JAVA_HOME", java.toString()).run("load", library.toString());
    assertEquals(new RealIvn.Outcome(0, "", ""), outcome);
  }

  @ParameterizedTest
  @MethodSource("javas")
  void the_distribution_says_nothing_extra(Path java) {
    RealIvn.Outcome outcome = RealIvn.built().with("JAVA_HOME", java.toString()).run("--version");
    assertEquals("", outcome.err());
    assertTrue(outcome.out().startsWith("ivn "), outcome::out);
  }

  @Test
  void more_java_options_are_words_and_not_patterns() throws IOException {
    Files.createFile(room.resolve("-Da=b"));
    RealIvn.Outcome outcome =
        RealIvn.at(ivn).in(room).with("IVN_JAVA_OPTS", " -Da=*  -Xmx512m\t-Db=c ").run("d");
    assertEquals("*", ProbeHome.told(outcome, "a"));
    assertEquals("c", ProbeHome.told(outcome, "b"));
    assertEquals("large", ProbeHome.told(outcome, "heap"));
    assertEquals("d", ProbeHome.told(outcome, "argument"));
  }

  private Path javaThat(String does) throws IOException {
    Path home = room.resolve("a java");
    ProbeHome.script(home.resolve("bin/java"), does + "\n");
    return home;
  }

  private static void assertRefused(RealIvn call, String message, String hint) {
    RealIvn.Outcome outcome = call.run("--version");
    assertEquals(1, outcome.status());
    assertEquals("", outcome.out());
    String[] lines = outcome.err().split("\n");
    assertEquals(message, lines[0]);
    assertTrue(lines[1].startsWith(hint), outcome::err);
  }
}
