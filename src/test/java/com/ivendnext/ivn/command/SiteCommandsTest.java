package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess;
import com.ivendnext.ivn.InProcess.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** new-site, drop-site, list-sites, use. */
class SiteCommandsTest {
  @TempDir Path directory;
  private InProcess shell;

  @BeforeEach
  void open_a_shell() {
    shell = new InProcess(directory);
  }

  private Path site(String name) {
    return directory.resolve("sites").resolve(name);
  }

  private void fails(int status, String err, String... arguments) {
    assertEquals(new Outcome(status, "", err), shell.run(arguments));
  }

  @Test
  void a_new_site_comes_with_a_bench_where_there_is_none() {
    assertEquals(
        "Made a new bench in "
            + directory
            + ", since there was none.\n"
            + "Made site mysite in "
            + site("mysite")
            + ".\n"
            + "Next: ivn --site mysite set-config enable_two_factor_auth true\n",
        shell.ok("new-site", "mysite").out());
    assertEquals(
        Map.of(
            "site",
            "other",
            "directory",
            site("other").toString(),
            "bench",
            directory.toString(),
            "new_bench",
            false),
        JsonDocument.answer(shell.run("new-site", "other", "--format", "json")));
  }

  @Test
  void a_new_site_is_private_and_has_a_key_and_a_store() throws IOException {
    shell.ok("new-site", "mysite");
    assertEquals(
        "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(site("mysite"))));
    for (String file : List.of("site_config.json", "ivn.db", "ivn.audit-head")) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(
              Files.getPosixFilePermissions(site("mysite").resolve(file))),
          file);
    }
    String config = Files.readString(site("mysite").resolve("site_config.json"));
    assertTrue(
        config.matches("\\{\n \"ivn_encryption_key\": \"[\\w-]{43}=\"\n}"), "not as expected");
  }

  @Test
  void a_new_bench_is_made_where_one_is_named() {
    shell.env("IVN_BENCH", "there");
    shell.ok("new-site", "mysite");
    assertTrue(Files.exists(directory.resolve("there/sites/mysite/site_config.json")));
    String out = shell.ok("new-site", "mysite", "--bench", "over there").out();
    assertTrue(Files.exists(directory.resolve("over there/sites/mysite/site_config.json")));
    assertTrue(
        out.endsWith(
            "Next: ivn --bench \"over there\" --site mysite"
                + " set-config enable_two_factor_auth true\n"),
        out);
    assertFalse(Files.exists(directory.resolve("sites")));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "all,a site cannot be called all, which is reserved",
        "a/b,a site name may only hold letters, digits, dots, dashes and underscores",
        "../a,a site name must start with a letter or a digit",
        "\"\",a site name cannot be empty"
      },
      delimiterString = ",",
      maxCharsPerColumn = 200)
  void a_name_that_cannot_be_one_leaves_nothing_behind(String name, String message) {
    Outcome outcome = shell.run("new-site", name);
    assertEquals(2, outcome.status());
    assertTrue(outcome.err().startsWith("ivn: " + message), outcome.err());
    assertFalse(Files.exists(directory.resolve("sites")));
  }

  @Test
  void a_site_is_made_once() {
    shell.ok("new-site", "mysite");
    fails(5, "ivn: site mysite exists already\n", "new-site", "mysite");
  }

  @Test
  void sites_are_listed_with_a_star_at_the_default() {
    shell.ok("new-site", "b.example");
    shell.ok("new-site", "a.example");
    assertEquals("  a.example\n  b.example\n", shell.ok("list-sites").out());
    assertEquals(
        new Outcome(0, "Commands that name no site now use b.example.\n", ""),
        shell.run("use", "b.example"));
    assertEquals("  a.example\n* b.example\n", shell.ok("list-sites").out());
    Map<String, Object> listed = JsonDocument.answer(shell.run("list-sites", "--format", "json"));
    assertEquals(directory.toString(), listed.get("bench"));
    assertEquals(List.of("a.example", "b.example"), listed.get("sites"));
    assertEquals("b.example", listed.get("default_site"));
  }

  @Test
  void a_bench_without_sites_says_so() {
    directory.resolve("sites").toFile().mkdir();
    assertEquals("No sites found in " + directory + ".\n", shell.ok("list-sites").out());
    Map<String, Object> listed = JsonDocument.answer(shell.run("list-sites", "--format", "json"));
    assertEquals(List.of(), listed.get("sites"));
    assertTrue(listed.containsKey("default_site"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"use", "drop-site"})
  void a_site_that_does_not_exist_is_not_chosen(String command) {
    shell.ok("new-site", "mysite");
    fails(4, "ivn: site mysit does not exist\nivn: hint: did you mean mysite?\n", command, "mysit");
    assertFalse(Files.exists(directory.resolve("sites/common_site_config.json")));
  }

  @Test
  void using_a_site_keeps_the_rest_of_the_common_config() throws IOException {
    shell.ok("new-site", "mysite");
    Path common = directory.resolve("sites/common_site_config.json");
    Files.writeString(common, "{\"redis_cache\": \"redis://127.0.0.1\"}");
    shell.ok("use", "mysite");
    assertEquals(
        "{\n \"default_site\": \"mysite\",\n \"redis_cache\": \"redis://127.0.0.1\"\n}",
        Files.readString(common));
  }

  @Test
  void a_site_is_not_dropped_unasked() {
    shell.ok("new-site", "mysite");
    fails(
        5,
        """
        ivn: nobody can be asked whether to move site mysite to the archive
        ivn: hint: add --yes to do it unasked
        """,
        "drop-site",
        "mysite");
    assertTrue(Files.exists(site("mysite")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"y\n", "Y\n", "yes\n", " y \n", "y"})
  void a_yes_drops_it(String answer) {
    shell.ok("new-site", "mysite");
    Outcome outcome = shell.onTerminal().runWithInput(answer, "drop-site", "mysite");
    assertEquals(0, outcome.status());
    assertEquals("move site mysite to the archive? [y/N] ", outcome.err());
    assertTrue(Files.exists(directory.resolve("archived/sites/mysite/ivn.db")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"n\n", "\n", "", "yep\n", "mysite\n"})
  void anything_else_keeps_it(String answer) {
    shell.ok("new-site", "mysite");
    Outcome outcome = shell.onTerminal().runWithInput(answer, "drop-site", "mysite");
    assertEquals(5, outcome.status());
    String lineEnd = answer.isEmpty() ? "\n" : ""; // the tty shows none for Ctrl-D
    assertTrue(
        outcome.err().endsWith("[y/N] " + lineEnd + "ivn: nothing was changed\n"), outcome.err());
    assertTrue(Files.exists(site("mysite")));
  }

  @Test
  void a_terminal_is_not_asked_where_it_shall_not_be() {
    shell.ok("new-site", "mysite");
    shell.onTerminal();
    assertEquals(5, shell.runWithInput("y\n", "drop-site", "mysite", "--no-input").status());
    assertEquals(5, shell.runWithInput("y\n", "drop-site", "mysite", "--format=json").status());
    assertEquals("", shell.ok("drop-site", "mysite", "--yes").err());
  }

  @Test
  void a_dropped_site_is_archived_beside_its_namesakes() {
    shell.ok("new-site", "mysite");
    Path archive = directory.resolve("archived/sites/mysite");
    assertEquals(
        "Moved site mysite to " + archive + "; nothing was deleted.\n",
        shell.ok("drop-site", "mysite", "-y").out());
    shell.ok("new-site", "mysite");
    assertEquals(
        Map.of("site", "mysite", "archive", archive + "-2"),
        JsonDocument.answer(shell.run("drop-site", "mysite", "-y", "--format", "json")));
  }
}
