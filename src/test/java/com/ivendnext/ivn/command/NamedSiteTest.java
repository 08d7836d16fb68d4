package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ivendnext.ivn.InProcess;
import com.ivendnext.ivn.InProcess.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which site a command line is about, seen at the file that it writes. */
class NamedSiteTest {
  @TempDir Path directory;
  private InProcess shell;

  @BeforeEach
  void make_two_sites() throws IOException {
    shell = new InProcess(directory);
    make("bench/sites/a");
    make("bench/sites/b");
    Files.createDirectories(directory.resolve("bench/apps/deep"));
  }

  private void make(String site) throws IOException {
    Files.createDirectories(directory.resolve(site));
    Files.writeString(directory.resolve(site).resolve("site_config.json"), "{}");
  }

  private InProcess in(String place) {
    return new InProcess(directory.resolve(place));
  }

  private static void sets(InProcess shell, String... options) {
    String[] line = new String[options.length + 3];
    System.arraycopy(options, 0, line, 0, options.length);
    System.arraycopy(new String[] {"set-config", "k", "1"}, 0, line, options.length, 3);
    assertEquals(new Outcome(0, "", ""), shell.run(line));
  }

  private void wrote(String site) throws IOException {
    Path sites = directory.resolve("bench/sites");
    for (String name : new String[] {"a", "b"}) {
      assertEquals(
          name.equals(site) ? "{\n \"k\": 1\n}" : "{}",
          Files.readString(sites.resolve(name).resolve("site_config.json")),
          name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bench", "bench/sites", "bench/sites/b", "bench/apps/deep"})
  void is_found_from_anywhere_in_the_bench(String place) throws IOException {
    sets(in(place), "--site", "a");
    wrote("a");
  }

  @Test
  void the_option_beats_the_variable() throws IOException {
    sets(in("bench").env("FRAPPE_SITE", "b"), "--site", "a");
    wrote("a");
  }

  @Test
  void the_variable_beats_the_default() throws IOException {
    in("bench").ok("use", "b");
    sets(in("bench").env("FRAPPE_SITE", "a"));
    wrote("a");
  }

  @Test
  void the_default_is_taken_where_nothing_else_is_said() throws IOException {
    in("bench").ok("use", "a");
    sets(in("bench").env("FRAPPE_SITE", ""));
    wrote("a");
  }

  @Test
  void the_option_may_stand_behind_the_command() throws IOException {
    assertEquals(0, in("bench").run("set-config", "k", "--site", "a", "1").status());
    assertEquals(0, in("bench").run("set-config", "k", "1", "--site=a").status());
    wrote("a");
  }

  @Test
  void the_bench_may_be_named_from_elsewhere() throws IOException {
    sets(shell, "--bench", "bench", "--site", "a");
    wrote("a");
  }

  @Test
  void the_variable_may_name_the_bench() throws IOException {
    sets(shell.env("IVN_BENCH", directory.resolve("bench").toString()), "--site", "a");
    wrote("a");
  }

  @Test
  void a_named_bench_beats_the_one_around() throws IOException {
    make("other/sites/a");
    sets(in("other").env("IVN_BENCH", "nowhere"), "--bench", "../bench", "--site", "a");
    wrote("a");
  }

  @Test
  void no_site_is_told_in_the_words_of_bench() {
    Outcome outcome = in("bench").run("set-config", "k", "1");
    assertEquals(
        new Outcome(
            2,
            "",
            """
            ivn: Please specify --site sitename
            ivn: hint: or choose a default site with: ivn use SITE
            """),
        outcome);
  }

  @Test
  void an_unknown_site_is_not_found() {
    assertEquals(
        new Outcome(4, "", "ivn: site nosuch does not exist\nivn: hint: there is a, b\n"),
        in("bench").run("--site", "nosuch", "set-config", "k", "1"));
  }

  @Test
  void a_default_site_that_is_gone_is_called_so() throws IOException {
    in("bench").ok("use", "a");
    in("bench").ok("drop-site", "a", "--yes");
    assertEquals(
        new Outcome(
            4,
            "",
            """
            ivn: the default site a does not exist
            ivn: hint: choose another one with: ivn use SITE
            """),
        in("bench").run("status"));
  }

  @Test
  void a_default_site_is_never_all_of_them() throws IOException {
    Files.writeString(
        directory.resolve("bench/sites/common_site_config.json"), "{\"default_site\": \"all\"}");
    assertEquals(4, in("bench").run("set-config", "k", "1").status());
    wrote("none");
  }

  @Test
  void outside_of_a_bench_it_says_how_to_name_one() {
    assertEquals(
        new Outcome(
            2,
            "",
            """
            ivn: not inside a bench: no directory from here up has sites/
            ivn: hint: change to a bench, or name one with --bench DIR or IVN_BENCH
            """),
        shell.run("--site", "a", "status"));
  }

  @Test
  void a_named_bench_that_is_none_is_not_found() {
    assertEquals(
        new Outcome(
            4,
            "",
            """
            ivn: no directory nosuch
            ivn: hint: name a bench with --bench DIR or IVN_BENCH
            """),
        shell.run("--bench", "nosuch", "--site", "a", "status"));
    assertEquals(
        "ivn: bench/apps is not a bench: it has no sites/",
        shell.run("--bench", "bench/apps", "list-sites").err().lines().findFirst().orElse(""));
  }
}
