package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What reaches the program: its home, its arguments, its streams, what the shell knows. */
final class LauncherIT {

  @TempDir private static Path compiled;
  private static ProbeHome probe;

  @TempDir private Path room;
  private Path home;
  private Path ivn;

  @BeforeAll
  static void compile() throws IOException {
    probe = ProbeHome.compiledIn(compiled);
  }

  @BeforeEach
  void install() throws IOException {
    home = room.toRealPath().resolve("home");
    ivn = probe.install(home);
  }

  @Test
  void the_distribution_says_its_version() {
    RealIvn.Outcome outcome = RealIvn.built().run("--version");
    assertEquals(0, outcome.status(), outcome::err);
    assertTrue(outcome.out().startsWith("ivn "), outcome::out);
    assertEquals("", outcome.err());
  }

  @Test
  void an_unknown_command_is_a_usage_error_on_stderr() {
    RealIvn.Outcome outcome = RealIvn.built().run("no-such-command");
    assertEquals(2, outcome.status(), outcome::err);
    assertTrue(outcome.err().startsWith("ivn: "), outcome::err);
    assertEquals("", outcome.out());
  }

  @Test
  void follows_a_chain_of_links() throws IOException {
    Path first = Files.createDirectories(room.resolve("one/two")).resolve("first");
    Files.createSymbolicLink(first, Path.of("../../home/bin/ivn"));
    Path second = Files.createSymbolicLink(room.resolve("second"), Path.of("one/two/first"));
    Path third = Files.createSymbolicLink(room.resolve("third"), second.toAbsolutePath());
    assertFindsHome(RealIvn.at(third));
  }

  @Test
  void is_not_misled_by_a_project_around_the_link() throws IOException {
    Path project = Files.createDirectory(room.resolve("project"));
    Files.createFile(project.resolve("pom.xml"));
    Path bin = Files.createDirectory(project.resolve("bin"));
    assertFindsHome(RealIvn.at(Files.createSymbolicLink(bin.resolve("ivn"), ivn)));
  }

  @Test
  void follows_a_link_to_its_directory() throws IOException {
    Path bin = Files.createSymbolicLink(room.resolve("bin"), home.resolve("bin"));
    assertFindsHome(RealIvn.at(bin.resolve("ivn")));
  }

  @ParameterizedTest
  @CsvSource({
    "., home/bin/ivn",
    "home, bin/ivn",
    "home/bin, ./ivn",
    "home/lib, ../bin/ivn",
    ".., */home/./bin/../bin//ivn"
  })
  void is_called_by_a_relative_path(String directory, String path) {
    String named = path.replace("*", room.getFileName().toString());
    assertFindsHome(RealIvn.by(named).in(room.resolve(directory)));
  }

  @Test
  void is_found_by_the_search_path() {
    String path = home.resolve("bin") + ":" + System.getenv("PATH");
    assertFindsHome(RealIvn.by("/bin/sh", "-c", "exec ivn").with("PATH", path));
  }

  @Test
  void lives_in_a_directory_with_an_odd_name() throws IOException {
    Path odd = home.resolveSibling("an odd 'name' \"of\" $HOME and *\\");
    RealIvn.Outcome outcome = RealIvn.at(probe.install(odd)).in(odd).run();
    assertEquals(odd.toString(), ProbeHome.told(outcome, "ivn.home"));
    assertEquals(odd.toString(), ProbeHome.told(outcome, "user.dir"));
  }

  @Test
  void refuses_a_home_that_no_class_path_can_name() throws IOException {
    RealIvn.Outcome outcome = RealIvn.at(probe.install(room.resolve("a:b"))).run();
    assertEquals(1, outcome.status());
    assertTrue(outcome.err().contains("ivn: hint: move ivn to a path without a colon"));
  }

  @Test
  void says_that_its_jar_is_missing() throws IOException {
    Files.delete(home.resolve("lib/ivn.jar"));
    RealIvn.Outcome outcome = RealIvn.at(ivn).run();
    assertEquals(1, outcome.status());
    assertEquals("ivn: " + home + " has no lib/ivn.jar", outcome.err().lines().findFirst().get());
  }

  @Test
  void hands_arguments_on_exactly() {
    RealIvn.Outcome outcome =
        RealIvn.at(ivn)
            .in(home)
            .run("", " a  b ", "*", "two\nlines", "'\"\\", "$HOME", "-Dx=y", "");
    assertEquals(
        "\n a  b \n*\ntwo\\u000alines\n'\"\\\n$HOME\n-Dx=y\n|",
        ProbeHome.told(outcome, "argument") + "\n|");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "POSIX", "", "de_DE.ISO-8859-1", "xx_XX.UTF-8", "C.UTF-8"})
  void an_argument_outside_ascii_survives_every_locale(String locale) {
    String call = "exec \"$0\" \"$(printf '\\303\\274')\"";
    RealIvn.Outcome outcome =
        RealIvn.by("/bin/sh", "-c", call, ivn.toString()).with("LANG", locale).run();
    assertEquals("\\u00fc", ProbeHome.told(outcome, "argument"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', en_GB.UTF-8, true",
    "'', '', C.utf8, true",
    "'', '', '', false",
    "'', C, C.UTF-8, false",
    "'', UTF-8, C, true",
    "C, C.UTF-8, C.UTF-8, false",
    "de_DE.utf8@euro, C, C, true",
  })
  void tells_whether_the_locale_is_utf_8(String all, String ctype, String lang, String told) {
    RealIvn call = RealIvn.at(ivn).with("LC_ALL", all).with("LC_CTYPE", ctype).with("LANG", lang);
    assertEquals(told, ProbeHome.told(call.run(), "ivn.utf8"));
  }

  @Test
  void tells_that_no_stream_is_a_terminal() {
    assertEquals("", ProbeHome.told(RealIvn.at(ivn).run(), "ivn.tty"));
  }

  @ParameterizedTest
  @CsvSource({"'', 012", "</dev/null, 12", "2>/dev/null, 01", "2>/dev/null | cat, 0"})
  void tells_which_streams_are_terminals(String redirection, String told) {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "script(1) makes a terminal");
    String command = "'" + ivn + "' " + redirection;
    RealIvn.Outcome outcome = RealIvn.by("script", "-qec", command, "/dev/null").run();
    assertEquals(told, ProbeHome.told(outcome, "ivn.tty"));
  }

  @Test
  void hands_stdin_on() {
    assertEquals("12\u00fc\n", RealIvn.at(ivn).typing("12\u00fc\n").run("echo").out());
  }

  @Test
  void hands_the_exit_status_back() {
    assertEquals(42, RealIvn.at(ivn).run("exit", "42").status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "busybox sh", "bash --posix", "bash"})
  void runs_under_every_shell(String shell) {
    String[] words = shell.split(" ");
    assumeTrue(Files.isExecutable(Path.of("/bin", words[0])), () -> words[0] + " is not there");
    RealIvn call = RealIvn.by("/bin/sh", "-c", "exec " + shell + " \"$@\"", "sh", ivn.toString());
    assertFindsHome(call);
  }

  private void assertFindsHome(RealIvn call) {
    RealIvn.Outcome outcome = call.run();
    assertEquals(0, outcome.status(), outcome::err);
    assertEquals(home.toString(), ProbeHome.told(outcome, "ivn.home"));
  }
}
