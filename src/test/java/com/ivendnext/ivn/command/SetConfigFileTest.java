package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a value comes from and where it goes. */
class SetConfigFileTest {
  private static final Outcome SILENT = new Outcome(0, "", "");

  @TempDir Path directory;
  private MySite site;

  @BeforeEach
  void make_a_site() {
    site = MySite.madeByBench(directory);
  }

  private Outcome set(String... arguments) {
    String[] line = new String[arguments.length + 1];
    line[0] = "set-config";
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    return site.run(line);
  }

  private void refuses(String message, String... arguments) {
    String before = site.config();
    Outcome outcome = set(arguments);
    assertEquals(2, outcome.status());
    assertEquals("", outcome.out());
    assertEquals("ivn: " + message, outcome.err().lines().findFirst().orElse(""));
    assertEquals(before, site.config());
  }

  @ParameterizedTest
  @ValueSource(strings = {"mail_password", "sms_api_token"})
  void warns_of_a_secret_on_the_command_line(String key) {
    Outcome outcome = set(key, "hunter2");
    assertEquals(0, outcome.status());
    assertEquals(
        "ivn: warning: "
            + key
            + " stood on the command line, which other users of this machine can read;"
            + " --value-file keeps it from them\n",
        outcome.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2", "hunter2\n", "hunter2\r\n"})
  void takes_a_value_from_a_file_or_from_standard_input(String written) {
    site.write("value", written);
    assertEquals(SILENT, set("mail_password", "--value-file", "value"));
    assertEquals("{\n \"mail_password\": \"hunter2\"\n}", site.config());
    site.config("{}");
    assertEquals(
        SILENT, site.runWithInput(written, "set-config", "mail_password", "--value-file", "-"));
    assertEquals("{\n \"mail_password\": \"hunter2\"\n}", site.config());
  }

  @Test
  void takes_all_of_a_file() {
    site.write("value", "{\n  'Authorization': 'x',\n}\n");
    assertEquals(SILENT, set("-p", "sms_headers", "--value-file", "value"));
    assertEquals("{\n \"sms_headers\": {\n  \"Authorization\": \"x\"\n }\n}", site.config());
    site.write("value", " two\n lines\n\n");
    assertEquals(SILENT, set("sms_headers", "None"));
    assertEquals(SILENT, set("k", "--value-file", "value"));
    assertEquals("{\n \"k\": \" two\\n lines\\n\"\n}", site.config());
  }

  @Test
  void needs_a_file_that_holds_text() throws IOException {
    Files.write(directory.resolve("latin1"), new byte[] {'h', (byte) 0xe9, '\n'});
    site.write("empty", "\n");
    site.write("large", "x".repeat(65 * 1024));
    refuses("there is no file nosuch", "k", "--value-file", "nosuch");
    refuses("sites is a directory, not a file", "k", "--value-file", "sites");
    refuses("there is nothing to read in empty", "k", "--value-file", "empty");
    refuses("what stands in latin1 is not UTF-8 text", "k", "--value-file", "latin1");
    refuses("large is too large to hold a secret", "k", "--value-file", "large");
    refuses("there is nothing to read in standard input", "k", "--value-file", "-");
  }

  @Test
  void takes_a_value_from_one_place() {
    refuses("missing KEY");
    refuses("missing VALUE", "k");
    refuses("VALUE and --value-file exclude each other", "k", "v", "--value-file", "f");
    refuses("unexpected argument more", "k", "v", "more");
    refuses("a key cannot be empty", "", "v");
  }

  @Test
  void global_writes_the_config_of_all_sites_and_needs_none() {
    String common = "sites/common_site_config.json";
    assertEquals(SILENT, site.shell.run("set-config", "-g", "k", "1"));
    assertEquals("{\n \"k\": 1\n}", site.read(common));
    assertEquals(SILENT, site.shell.run("set-config", "--global", "-p", "k", "[]"));
    assertEquals("{\n \"k\": []\n}", site.read(common));
    assertEquals("{}", site.config());
  }

  @Test
  void all_writes_the_config_of_every_site() {
    site.write("sites/other/site_config.json", "{}");
    assertEquals(SILENT, site.shell.run("--site", "all", "set-config", "k", "1"));
    assertEquals("{\n \"k\": 1\n}", site.config());
    assertEquals("{\n \"k\": 1\n}", site.read("sites/other/site_config.json"));
  }

  @Test
  void a_config_that_cannot_be_written_does_not_keep_others_from_it() {
    site.write("sites/broken/site_config.json", "{");
    Outcome outcome = site.shell.run("--site", "all", "set-config", "k", "1");
    assertEquals(8, outcome.status());
    assertEquals("{\n \"k\": 1\n}", site.config());
    assertEquals("{", site.read("sites/broken/site_config.json"));
    assertTrue(
        outcome
            .err()
            .startsWith("ivn: cannot read " + site.file("sites/broken/site_config.json") + ": "),
        outcome.err());
    assertTrue(outcome.err().contains("written: 1 of 2 files"), outcome.err());
    var error =
        JsonDocument.error(
            8, site.shell.run("--site", "all", "set-config", "k", "1", "--format", "json"));
    assertEquals(1, JsonDocument.elements(error.get("files")).size());
    assertEquals(1, JsonDocument.members(error.get("failed")).size());
  }

  @Test
  void a_malformed_config_is_left_as_it_is() {
    site.config("{\"a\": 1,\n \"mail_password\": hunter2}");
    Outcome outcome = set("k", "v");
    assertEquals(8, outcome.status());
    assertEquals("", outcome.out());
    assertEquals(
        "ivn: cannot read "
            + site.file("sites/mysite/site_config.json")
            + ": not valid JSON at line 2, column 19\n"
            + "ivn: hint: the file was left as it is; mend it or restore it from a backup\n",
        outcome.err());
    assertEquals("{\"a\": 1,\n \"mail_password\": hunter2}", site.config());
  }

  @Test
  void never_takes_the_sites_own_key_away_from_what_it_seals() {
    String key = "encryption_key";
    assertEquals(0, set(key, "one").status());
    for (String value : new String[] {"other", "None"}) {
      Outcome outcome = set(key, value);
      assertEquals(5, outcome.status());
      assertTrue(outcome.err().startsWith("ivn: " + key + " is set already"), outcome.err());
      assertEquals("{\n \"" + key + "\": \"one\"\n}", site.config());
    }
    assertEquals(0, set(key, "one").status());
  }

  @Test
  void a_refused_secret_is_not_repeated() {
    Outcome outcome = set("sms_headers", "hunter2");
    assertEquals(2, outcome.status());
    assertFalse(outcome.err().contains("hunter2"), outcome.err());
  }

  @Test
  void keeps_unknown_keys_and_sorts_as_frappe_does() {
    site.config("{\"z\": {\"b\": [1, 2.50, 1e3], \"a\": null}, \"Z\": \"é\", \"db_name\": \"x\"}");
    assertEquals(SILENT, set("k", "1"));
    assertEquals(
        """
        {
         "Z": "\\u00e9",
         "db_name": "x",
         "k": 1,
         "z": {
          "a": null,
          "b": [
           1,
           2.5,
           1000.0
          ]
         }
        }""",
        site.config());
  }

  @Test
  void tells_in_json_what_it_wrote_and_what_it_made_of_the_value() {
    Outcome outcome = set("enable_two_factor_auth", "1", "--format", "json");
    assertEquals(
        """
        {
          "key": "enable_two_factor_auth",
          "changed": true,
          "dry_run": false,
          "files": [
            "%s"
          ],
          "impact": [],
          "notes": [
            "enable_two_factor_auth is stored as true"
          ],
          "warnings": []
        }
        """
            .formatted(site.file("sites/mysite/site_config.json")),
        outcome.out());
    assertEquals("", outcome.err());
    outcome = set("enable_two_factor_auth", "true", "--format", "json");
    assertEquals(false, JsonDocument.answer(outcome).get("changed"));
  }
}
