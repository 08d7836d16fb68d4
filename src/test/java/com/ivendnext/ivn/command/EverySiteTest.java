package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess;
import com.ivendnext.ivn.InProcess.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --site all}: one command line, every site. */
class EverySiteTest {
  private static final String MALFORMED = "{\"a\": 1,\n \"b\": tru}";

  @TempDir Path directory;
  private InProcess shell;

  @BeforeEach
  void make_three_sites() {
    shell = new InProcess(directory);
    for (String site : List.of("c.example", "a.example", "b.example")) {
      shell.ok("new-site", site);
    }
  }

  private Path config(String site) {
    return directory.resolve("sites").resolve(site).resolve("site_config.json");
  }

  private void damage(String site) throws IOException {
    Files.writeString(config(site), MALFORMED);
  }

  private Outcome all(String... arguments) {
    String[] line = new String[arguments.length + 2];
    line[0] = "--site";
    line[1] = "all";
    System.arraycopy(arguments, 0, line, 2, arguments.length);
    return shell.run(line);
  }

  @Test
  void heads_the_answer_of_each_site_with_its_name() {
    String expected =
        """
        Site a.example
        Added role Auditor. It does not ask for a second factor yet.

        Site b.example
        Added role Auditor. It does not ask for a second factor yet.

        Site c.example
        Added role Auditor. It does not ask for a second factor yet.
        """;
    assertEquals(new Outcome(0, expected, ""), all("role", "add", "Auditor"));
  }

  @Test
  void the_variable_may_say_all_too() {
    Outcome outcome = shell.env("FRAPPE_SITE", "all").run("role", "add", "Auditor");
    assertTrue(outcome.out().startsWith("Site a.example\n"), outcome.out());
  }

  @Test
  void one_document_holds_the_answer_of_each_site() {
    Map<String, Object> document =
        JsonDocument.answer(all("role", "show", "All", "--format", "json"));
    assertEquals(List.of("a.example", "b.example", "c.example"), List.copyOf(document.keySet()));
    document.values().forEach(site -> assertEquals("All", JsonDocument.members(site).get("name")));
  }

  @Test
  void a_site_that_fails_does_not_keep_the_others_from_their_turn() throws IOException {
    damage("b.example");
    Outcome outcome = all("role", "add", "Auditor");
    assertEquals(8, outcome.status());
    assertEquals(
        """
        Site a.example
        Added role Auditor. It does not ask for a second factor yet.

        Site c.example
        Added role Auditor. It does not ask for a second factor yet.
        """,
        outcome.out());
    assertEquals(
        "ivn: b.example: cannot read "
            + config("b.example")
            + ": not valid JSON at line 2, column 7\n"
            + "ivn: hint: the file was left as it is; mend it or restore it from a backup\n",
        outcome.err());
  }

  @Test
  void in_json_the_error_stands_in_the_place_of_the_answer() throws IOException {
    damage("b.example");
    Outcome outcome = all("status", "--format", "json");
    assertEquals(8, outcome.status());
    assertEquals("", outcome.err());
    Map<String, Object> document = JsonDocument.parse(outcome.out());
    Map<String, Object> failed = JsonDocument.members(document.get("b.example"));
    assertEquals(List.of("error"), List.copyOf(failed.keySet()));
    assertEquals("data", JsonDocument.members(failed.get("error")).get("code"));
    assertEquals("c.example", JsonDocument.members(document.get("c.example")).get("site"));
  }

  @Test
  void the_first_site_that_fails_decides_the_exit_status() throws IOException {
    damage("c.example");
    shell.ok("--site", "b.example", "role", "add", "Auditor");
    assertEquals(5, all("role", "add", "Auditor").status());
    assertEquals(5, all("role", "add", "Auditor", "--format", "json").status());
  }

  @Test
  void an_error_and_its_hint_name_the_site() {
    assertEquals(
        """
        ivn: a.example: there is no user x@example.com
        ivn: hint: ivn --site a.example user list shows who there is
        """,
        all("user", "show", "x@example.com")
            .err()
            .lines()
            .limit(2)
            .map(l -> l + "\n")
            .reduce("", String::concat));
  }

  @Test
  void advice_names_the_site_it_is_about() {
    String out = all("status").out();
    assertTrue(out.contains("  ivn --site b.example set-config enable_two_factor_auth true\n"));
    assertFalse(out.contains("--site all"));
  }

  @Test
  void a_question_names_the_site() {
    for (String site : List.of("a.example", "b.example", "c.example")) {
      shell.ok("--site", site, "role", "add", "Auditor");
    }
    Outcome outcome =
        shell.onTerminal().runWithInput("n\ny\nn\n", "--site", "all", "role", "remove", "Auditor");
    assertEquals(5, outcome.status());
    assertTrue(outcome.err().contains("b.example: remove role Auditor"), outcome.err());
    assertTrue(outcome.out().contains("Site b.example"), outcome.out());
    assertFalse(outcome.out().contains("Site a.example"), outcome.out());
  }

  @Test
  void all_of_no_sites_is_told() {
    InProcess empty = new InProcess(directory.resolve("empty/sites").getParent());
    directory.resolve("empty/sites").toFile().mkdirs();
    Outcome outcome = empty.run("--site", "all", "status");
    assertEquals(4, outcome.status());
    assertEquals("", outcome.out());
  }
}
