package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTest {
  @TempDir Path directory;
  private MySite site;

  @BeforeEach
  void make() {
    site = MySite.withUser(directory);
  }

  private Outcome batch(String lines, String... options) {
    site.write("lines", lines);
    String[] command = new String[options.length + 3];
    System.arraycopy(new String[] {"batch", "-f", "lines"}, 0, command, 0, 3);
    System.arraycopy(options, 0, command, 3, options.length);
    return site.run(command);
  }

  /** The documents, one a line. */
  private List<Map<String, Object>> json(String lines, String... more) {
    String[] options = new String[more.length + 2];
    System.arraycopy(new String[] {"--format", "json"}, 0, options, 0, 2);
    System.arraycopy(more, 0, options, 2, more.length);
    Outcome outcome = batch(lines, options);
    assertEquals("", outcome.err());
    return outcome.out().lines().map(JsonDocument::parse).toList();
  }

  @Test
  void runs_one_command_a_line() {
    Outcome outcome =
        batch("# who comes\n\nuser add a@example.com --full-name 'A B'\nivn role add Auditor\n");
    assertEquals(
        new Outcome(
            0,
            "Added System User a@example.com.\n"
                + "Added role Auditor. It does not ask for a second factor yet.\n",
            "ivn: note: 2 commands, none failed\n"),
        outcome);
    assertTrue(site.ok("user", "show", "a@example.com").contains("(A B)"));
  }

  @Test
  void reads_standard_input() {
    Outcome outcome = site.runWithInput("role add Auditor\n", "batch", "-f", "-");
    assertEquals(0, outcome.status(), outcome.err());
    assertTrue(site.ok("role", "list").contains("Auditor"));
  }

  @Test
  void stops_at_the_first_failure_with_its_status() {
    Outcome outcome = batch("role add A\nuser show nobody@example.com\nrole add B\n");
    assertEquals(4, outcome.status());
    assertEquals(
        "ivn: line 2: there is no user nobody@example.com\n"
            + "ivn: hint: ivn --site mysite user list shows who there is\n"
            + "ivn: note: 2 commands, 1 failed, the first on line 2;"
            + " the lines after it were not run\n",
        outcome.err());
    assertFalse(site.ok("role", "list").contains("B "));
  }

  @Test
  void keeps_going_if_told_to() {
    Outcome outcome = batch("user show nobody@example.com\nnonsense\nrole add B\n", "--keep-going");
    assertEquals(4, outcome.status());
    assertTrue(
        outcome.err().endsWith("ivn: note: 3 commands, 2 failed, the first on line 1\n"),
        outcome.err());
    assertTrue(site.ok("role", "list").contains("B "));
  }

  @Test
  void answers_in_json_with_a_line_per_command() {
    List<Map<String, Object>> lines =
        json("role add B\n\nrole add B\nrole show 'B\nuser list\n", "--keep-going");
    assertEquals(
        Map.of(
            "line",
            1,
            "command",
            "role add",
            "exit",
            0,
            "result",
            Map.of("role", "B", "two_factor", false)),
        lines.get(0));
    assertEquals(3, lines.get(1).get("line"));
    assertEquals(5, lines.get(1).get("exit"));
    assertEquals("refused", JsonDocument.members(lines.get(1).get("error")).get("code"));
    assertEquals(
        "a single quote is not closed",
        JsonDocument.members(lines.get(2).get("error")).get("message"));
    Object users = JsonDocument.members(lines.get(3).get("result")).get("users");
    assertEquals(List.of("Administrator", MySite.USER), JsonDocument.each("name", users));
    assertEquals(
        Map.of(
            "commands",
            4,
            "succeeded",
            2,
            "failed",
            2,
            "first_failed_line",
            3,
            "stopped",
            false,
            "exit",
            5),
        lines.get(4).get("summary"));
    assertEquals(5, lines.size());
  }

  @Test
  void embeds_as_text_what_a_line_wants_as_text() {
    Object text = json("role show All --format text\n").get(0).get("text");
    assertTrue(text.toString().startsWith("Role"), text.toString());
  }

  @Test
  void lets_a_line_name_another_site() {
    site.shell.ok("new-site", "other.example");
    assertEquals(0, batch("user add o@example.com --site other.example\n").status());
    assertTrue(site.shell.ok("--site", "other.example", "user", "list").out().contains("o@"));
    assertFalse(site.ok("user", "list").contains("o@example.com"));
  }

  @Test
  void never_asks() {
    site.shell.onTerminal();
    Outcome outcome = batch("user remove " + MySite.USER + "\n");
    assertEquals(5, outcome.status());
    assertTrue(outcome.err().contains("line 1: nobody can be asked"), outcome.err());
  }

  @Test
  void lets_no_line_read_standard_input() {
    Outcome outcome =
        site.runWithInput("set-config mail_password --value-file -\nhunter2\n", "batch", "-f", "-");
    assertEquals(2, outcome.status());
    assertEquals(
        "ivn: line 1: a command of a batch cannot read standard input\n"
            + "ivn: hint: name a file instead of -\n",
        outcome.err().lines().limit(2).map(line -> line + "\n").reduce("", String::concat));
  }

  @ParameterizedTest
  @ValueSource(strings = {"batch -f x", "quickstart", "login user@example.com"})
  void refuses_what_waits_for_somebody(String line) {
    Outcome outcome = batch(line + "\n");
    assertEquals(2, outcome.status());
    assertTrue(outcome.err().contains("is not for a batch"), outcome.err());
  }

  @Test
  void takes_an_application_login() {
    assertEquals("login start", json("login start user@example.com\n").get(0).get("command"));
  }

  @Test
  void says_which_file_is_missing() {
    assertEquals(
        new Outcome(2, "", "ivn: there is no file none.txt\n"),
        site.run("batch", "-f", "none.txt"));
    assertEquals(
        new Outcome(2, "", "ivn: sites is a directory, not a file\n"),
        site.run("batch", "-f", "sites"));
  }
}
