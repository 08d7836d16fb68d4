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
import org.junit.jupiter.params.provider.CsvSource;

/** Sites as bench makes them: no store, no key of ivn. */
class ShowConfigTest {
  @TempDir Path directory;
  private MySite site;

  @BeforeEach
  void make_a_site() {
    site = MySite.madeByBench(directory);
    site.config("{\"enable_two_factor_auth\": true}");
  }

  private String shown(String... more) {
    String[] line = new String[more.length + 1];
    line[0] = "show-config";
    System.arraycopy(more, 0, line, 1, more.length);
    Outcome outcome = site.run(line);
    assertEquals(0, outcome.status(), outcome.err());
    assertEquals("", outcome.err());
    return outcome.out();
  }

  private Object json(String... more) {
    return JsonDocument.parse(shown(more)).get("mysite");
  }

  @Test
  void is_the_table_of_frappe() {
    assertEquals(
        """
        +------------------------+-------+
        | Config                 | Value |
        +------------------------+-------+
        | enable_two_factor_auth | True  |
        +------------------------+-------+
        """,
        shown());
  }

  @Test
  void merges_the_common_config_under_that_of_the_site() {
    site.write("sites/common_site_config.json", "{\"a\": {\"x\": 1}, \"b\": 1}");
    site.config("{\"a\": {\"y\": 2}}");
    assertEquals(Map.of("a", Map.of("y", 2), "b", 1), json("-f", "json"));
  }

  @Test
  void flattens_objects_and_writes_scalars_as_python_and_lists_as_json() {
    site.config(
        """
        {"test_key": {"test_key": "test_value", "deep": {"er": null}}, "list": [1, "a", null, true],
         "empty": {}, "none": [], "no": false, "zero": 0, "float": 1.0, "text": "", "name": "zoë 漢"}
        """);
    assertEquals(
        """
        +-------------------+----------------------+
        | Config            | Value                |
        +-------------------+----------------------+
        | test_key.test_key | test_value           |
        | test_key.deep.er  | None                 |
        | list              | [1, "a", null, true] |
        | empty             | {}                   |
        | none              | []                   |
        | no                | False                |
        | zero              | 0                    |
        | float             | 1.0                  |
        | text              |                      |
        | name              | zoë 漢               |
        +-------------------+----------------------+
        """,
        shown());
  }

  @Test
  void of_no_keys_is_a_header() {
    site.config("{}");
    assertEquals(
        """
        +--------+-------+
        | Config | Value |
        +--------+-------+
        """,
        shown());
  }

  @ParameterizedTest
  @CsvSource({"-f,json", "--format,json", "-f,JSON", "--format,Json"})
  void has_two_spellings_of_the_format(String option, String format) {
    assertEquals(Map.of("enable_two_factor_auth", true), json(option, format));
  }

  @Test
  void refuses_any_other_format() {
    Outcome outcome = site.run("show-config", "-f", "xml");
    assertEquals(2, outcome.status());
    assertEquals("", outcome.out());
    assertEquals(
        """
        ivn: -f must be text or json, not "xml"
        ivn: hint: ivn show-config --help shows what it takes
        """,
        outcome.err());
  }

  @Test
  void names_each_of_several_sites_with_a_blank_line_between() {
    site.write("sites/other/site_config.json", "{\"a\": 1}");
    Outcome outcome = site.shell.run("--site", "all", "show-config");
    assertEquals(
        """
        Site mysite
        +------------------------+-------+
        | Config                 | Value |
        +------------------------+-------+
        | enable_two_factor_auth | True  |
        +------------------------+-------+

        Site other
        +--------+-------+
        | Config | Value |
        +--------+-------+
        | a      | 1     |
        +--------+-------+
        """,
        outcome.out());
  }

  @Test
  void is_one_document_keyed_by_site() {
    site.write("sites/other/site_config.json", "{\"a\": 1}");
    site.write("sites/third/site_config.json", "{");
    Outcome outcome = site.shell.run("--site", "all", "show-config", "-f", "json");
    assertEquals(8, outcome.status());
    Map<String, Object> document = JsonDocument.parse(outcome.out());
    assertEquals(List.of("mysite", "other", "third"), List.copyOf(document.keySet()));
    assertEquals(Map.of("a", 1), document.get("other"));
    assertEquals(
        List.of("error"), List.copyOf(JsonDocument.members(document.get("third")).keySet()));
  }

  @Test
  void masks_secrets_wherever_they_are_unless_asked_not_to() {
    String config =
        """
        {"mail_password": "hunter2", "db_password": "hunter2", "encryption_key": "hunter2",
         "unknown_token": "hunter2", "a": {"api_secret": "hunter2"}, "b": [{"pass": "hunter2"}],
         "redis_cache": "redis://:hunter2@cache", "sms_headers": {"Authorization": "hunter2"}}
        """;
    site.config(config);
    assertFalse(shown().contains("hunter2"), shown());
    assertFalse(shown("-f", "json").contains("hunter2"));
    assertTrue(shown().contains("| a.api_secret   | ********"), shown());
    assertEquals(JsonDocument.parse(config), json("-f", "json", "--show-secrets"));
    assertEquals(8, shown("--show-secrets").split("hunter2", -1).length - 1);
  }

  @Test
  void cannot_be_made_to_steer_the_terminal() {
    site.config("{\"\\u001b[2J\": \"\\u001b]0;x\\u0007\\n| b | 2 |\"}");
    assertFalse(shown().contains("\u001b"));
    assertTrue(shown().contains("| \\x1b[2J | \\x1b]0;x\\x07\\x0a| b | 2 | |"), shown());
    assertEquals(Map.of("\u001b[2J", "\u001b]0;x\u0007\n| b | 2 |"), json("-f", "json"));
  }

  @Test
  void tells_where_a_config_is_malformed_without_quoting_it() {
    site.config("{\"a\": 1,\n \"mail_password\": hunter2}");
    Outcome outcome = site.run("show-config");
    assertEquals(8, outcome.status());
    assertEquals("", outcome.out());
    assertTrue(outcome.err().contains("not valid JSON at line 2, column 19"), outcome.err());
    assertFalse(outcome.err().contains("hunter2"));
  }
}
