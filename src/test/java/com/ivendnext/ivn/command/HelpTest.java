package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess;
import com.ivendnext.ivn.InProcess.Outcome;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @TempDir Path directory;

  private Outcome run(String line) {
    return new InProcess(directory).run(line.isEmpty() ? new String[0] : line.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-h", "--help", "help", "--site nosuch help", "help --format text", "-v"})
  void the_overview_comes_in_many_ways(String line) {
    Outcome bare = run("");
    assertTrue(bare.out().startsWith("ivn - two-factor authentication for iVendNext sites\n"));
    assertEquals(new Outcome(0, bare.out(), ""), bare);
    assertEquals(bare, run(line));
  }

  @ParameterizedTest
  @CsvSource({
    "help user enroll,user enroll --help",
    "--site x help user enroll,user enroll -h",
    "user enroll x@example.com --help,--help user enroll",
    "help user,user",
    "user --help,user -h",
    "help disable-user,user disable --help"
  })
  void so_does_that_of_a_command(String one, String other) {
    assertEquals(run(other), run(one));
    assertEquals(0, run(one).status());
    assertEquals("", run(one).err());
  }

  @Test
  void a_command_is_shown_at_work_before_its_options() {
    assertEquals(
        """
        ivn user list - list users, all or those who fit

        Examples:
          ivn --site mysite user list --missing
          ivn --site mysite user list --role "System Manager" --format json

        Usage: ivn [OPTIONS] user list

        Options:
          --role ROLE  Only who has this role.
          --required   Only who needs a second factor.
          --enrolled   Only who has an active authenticator.
          --missing    Only who needs a second factor and lacks one.
          --disabled   Only who is kept from logging in.

        ivn --help shows the options that every command takes.

        Exit status:
          0 ok, 1 internal, 2 usage, 3 rejected, 4 not_found, 5 refused
          6 try_later, 7 delivery, 8 data, 9 changes, 130 interrupted
        """,
        run("user list --help").out());
  }

  @Test
  void the_usage_names_what_may_be_left_out_or_repeated() {
    assertTrue(
        run("set-config -h").out().contains("\nUsage: ivn [OPTIONS] set-config KEY [VALUE]\n"));
    assertTrue(
        run("user grant -h").out().contains("\nUsage: ivn [OPTIONS] user grant USER ROLE…\n"));
  }

  @Test
  void help_needs_no_bench_and_opens_nothing() {
    assertEquals(0, run("user list --help").status());
    assertFalse(directory.resolve("sites").toFile().exists());
  }

  @Test
  void a_group_takes_no_option_of_its_own() {
    assertEquals(
        "ivn: unknown option --bogus\nivn: hint: ivn user --help shows what it takes\n",
        run("user --bogus").err());
    assertEquals(2, run("user --bogus").status());
  }

  @Test
  void a_script_that_forgets_the_command_of_a_group_gets_an_error_and_no_prose() {
    Outcome outcome = run("user --format json");
    assertEquals(2, outcome.status());
    assertEquals("", outcome.out());
    assertTrue(outcome.err().contains("\"ivn user needs one of its commands\""), outcome.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V", "user list --version", "user --version"})
  void the_version_is_told(String line) {
    String out = run(line).out();
    assertTrue(out.matches("ivn \\d\\S+\nJava \\d\\S+\nSQLite \\d\\S+\n"), out);
  }

  @Test
  void the_version_is_told_in_json() {
    Map<String, Object> version = JsonDocument.answer(run("--version --format json"));
    assertEquals(Set.of("ivn", "java", "sqlite"), version.keySet());
  }
}
