package com.ivendnext.ivn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess;
import com.ivendnext.ivn.InProcess.Outcome;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class GlobalOptionsTest {
  private static final String ESCAPE = "\u001b";

  @TempDir Path directory;
  private InProcess shell;

  @BeforeEach
  void make_a_site() {
    shell = new InProcess(directory);
    shell.ok("new-site", "mysite");
  }

  private void fails(String message, String hint, String line) {
    Outcome outcome = shell.run(line.split(" "));
    assertEquals(new Outcome(2, "", "ivn: " + message + "\nivn: hint: " + hint + "\n"), outcome);
  }

  @Test
  void the_way_to_a_command_knows_which_take_a_value() {
    Set<String> valued = new HashSet<>();
    new CommandLine(new GlobalOptions())
        .getCommandSpec().options().stream()
            .filter(option -> option.arity().max() > 0)
            .forEach(option -> valued.addAll(Set.of(option.names())));
    assertEquals(CommandTree.VALUED, valued);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--site mysite --format json role list",
        "--site=mysite role --format=json list",
        "role list --site mysite --format json",
        "role --site mysite list --format JSON"
      })
  void they_stand_anywhere(String line) {
    assertTrue(shell.ok(line.split(" ")).out().startsWith("{\n  \"roles\": ["));
  }

  @ParameterizedTest
  @CsvSource({
    "--format xml status,--format must be text or json,xml,status",
    "status --format xml,--format must be text or json,xml,status",
    "user list --color rainbow,'--color must be auto, always or never',rainbow,user list"
  })
  void a_value_that_is_none_is_refused_with_those_that_are(
      String line, String message, String typed, String command) {
    fails(
        message + ", not \"" + typed + "\"",
        "ivn " + command + " --help shows what it takes",
        line);
  }

  @Test
  void a_value_that_is_missing_is_named() {
    fails("missing FORMAT", "ivn status --help shows what it takes", "status --format");
    fails("missing NAME", "ivn --help shows what it takes", "--site");
  }

  @ParameterizedTest
  @CsvSource({
    "--sit mysite status,--sit,--site",
    "status --sit mysite,--sit,--site",
    "user --frmat json list,--frmat,--format",
    "--formt=json status,--formt=json,--format",
    "--verbos status,--verbos,--verbose"
  })
  void a_slip_leads_to_the_option_that_was_meant(String line, String typed, String meant) {
    fails("unknown option " + typed, "did you mean " + meant + "?", line);
  }

  @ParameterizedTest
  @CsvSource({
    "statsu,statsu,did you mean ivn status?",
    "rol list,rol,did you mean ivn role?",
    "rolelist,rolelist,did you mean ivn role list?",
    "role lst,role lst,did you mean ivn role list?",
    "frobnicate,frobnicate,ivn --help lists the commands",
    "user frobnicate,user frobnicate,ivn user --help lists the commands",
    "help frobnicate,frobnicate,ivn --help lists the commands"
  })
  void a_word_that_is_no_command_leads_to_the_one_that_was_meant(
      String line, String typed, String hint) {
    fails("there is no command " + typed, hint, line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--format json nosuch", "nosuch --format=json", "status --nosuch --format JSON"})
  void mistakes_are_told_in_json_where_json_was_asked_for(String line) {
    Outcome outcome = shell.run(line.split(" "));
    assertEquals(2, outcome.status());
    assertEquals("", outcome.out());
    assertTrue(
        outcome.err().startsWith("{\n  \"error\": {\n    \"code\": \"usage\","), outcome.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--label a --label b", "--no-qr --no-qr --label=a --label=b"})
  void an_option_is_given_once(String options) {
    Outcome outcome = shell.run(("user enroll x@example.com " + options).split(" "));
    assertEquals(2, outcome.status());
    assertTrue(outcome.err().contains("should be specified only once"), outcome.err());
  }

  private String list(String... more) {
    String[] line = new String[more.length + 4];
    System.arraycopy(new String[] {"--site", "mysite", "role", "list"}, 0, line, 0, 4);
    System.arraycopy(more, 0, line, 4, more.length);
    return shell.ok(line).out();
  }

  @Test
  void colour_is_for_terminals_unless_it_is_asked_for() {
    assertFalse(list().contains(ESCAPE));
    assertTrue(list("--color", "always").startsWith(ESCAPE + "[1mRole"));
    shell.onTerminal();
    assertTrue(list().startsWith(ESCAPE + "[1mRole"));
    assertFalse(list("--color=never").contains(ESCAPE));
  }

  @ParameterizedTest
  @CsvSource({"NO_COLOR,1", "TERM,dumb"})
  void the_environment_can_decline_colour(String variable, String value) {
    shell.onTerminal().env(variable, value);
    assertFalse(list().contains(ESCAPE));
    assertTrue(list("--color", "always").contains(ESCAPE));
  }

  @Test
  void an_empty_no_color_declines_nothing() {
    shell.onTerminal().env("NO_COLOR", "");
    assertTrue(list().contains(ESCAPE));
  }

  @Test
  void json_is_never_coloured() {
    shell.onTerminal();
    assertFalse(list("--format", "json", "--color", "always").contains(ESCAPE));
  }

  @Test
  void a_qr_code_is_painted_where_colour_is_on() {
    String[] enroll = {"--site", "mysite", "user", "enroll", "Administrator", "--color", "always"};
    assertTrue(shell.ok(enroll).out().contains(ESCAPE + "[38;5;"));
    enroll[6] = "never";
    assertFalse(shell.ok(enroll).out().contains(ESCAPE));
  }
}
