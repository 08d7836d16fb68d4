package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On a site as bench makes it: no store, no key of ivn. */
class SetConfigTest {
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
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "true,true",
        "false,false",
        "True,\"True\"",
        "0,0",
        "1,1",
        "00,\"00\"",
        "2,\"2\"",
        "1.5,\"1.5\"",
        "none,\"none\"",
        "null,\"null\"",
        "||,\"\"",
        "yes,\"yes\"",
        "é,\"\\u00e9\"",
        "|  1|,\"  1\"",
        "-1,\"-1\"",
        "😀,\"\\ud83d\\ude00\""
      })
  void writes_an_unknown_key_as_frappe_does(String typed, String stored) {
    assertEquals(SILENT, set("k", typed));
    assertEquals("{\n \"k\": " + stored + "\n}", site.config());
  }

  @Test
  void none_removes_a_key_and_is_content_where_there_is_none() {
    site.config("{\"k\": 1}");
    assertEquals(SILENT, set("k", "None"));
    assertEquals("{}", site.config());
    assertEquals(SILENT, set("k", "None"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "True,true",
        "False,false",
        "true,true",
        "null,null",
        "None,null",
        "1,1",
        "-5,-5",
        "0x10,16",
        "1_000,1000",
        "1.0,1.0",
        "1e3,1000.0",
        "'true',true",
        "'1',1",
        "\"text\",\"text\"",
        "|[1,2]|,|[\n  1,\n  2\n ]|",
        "|(1,2)|,|[\n  1,\n  2\n ]|",
        "|{'b':1,'a':'é'}|,|{\n  \"a\": \"\\u00e9\",\n  \"b\": 1\n }|"
      })
  void parse_takes_python_and_json(String typed, String stored) {
    assertEquals(SILENT, set("-p", "k", typed));
    assertEquals("{\n \"k\": " + stored.replace("\\n", "\n") + "\n}", site.config());
  }

  @Test
  void a_quoted_none_removes_the_key() {
    site.config("{\"k\": 1}");
    assertEquals(SILENT, set("--parse", "k", "'None'"));
    assertEquals("{}", site.config());
  }

  @ParameterizedTest
  @ValueSource(strings = {"foo", "{1,2}", "b'x'", "1+2j", "{1:2,'a':3}", "1e400", "[1", "", "TRUE"})
  void parse_refuses_what_frappe_trips_over(String typed) {
    site.config("{\"keep\":  1}");
    Outcome outcome = set("-p", "k", typed);
    assertEquals(2, outcome.status());
    assertEquals("", outcome.out());
    assertTrue(outcome.err().startsWith("ivn: not a JSON or Python literal: "), outcome.err());
    assertEquals("{\"keep\":  1}", site.config());
  }

  @ParameterizedTest
  @CsvSource({"true,true", "false,false"})
  void a_known_boolean_is_silent_where_it_is_spelled_well(String typed, String stored) {
    assertEquals(SILENT, set("enable_two_factor_auth", typed));
    assertEquals("{\n \"enable_two_factor_auth\": " + stored + "\n}", site.config());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "True,true",
        "1,true",
        "yes,true",
        "|  1|,true",
        "0,false",
        "no,false",
        "FALSE,false"
      })
  void a_known_boolean_is_stored_as_one_with_a_note(String typed, String stored) {
    assertEquals(
        new Outcome(0, "", "ivn: note: enable_two_factor_auth is stored as " + stored + "\n"),
        set("enable_two_factor_auth", typed));
    assertEquals("{\n \"enable_two_factor_auth\": " + stored + "\n}", site.config());
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "2", "1.5", "none", "null", "é", "", " "})
  void a_known_boolean_is_nothing_else(String typed) {
    site.config("{\"enable_two_factor_auth\":true}");
    refuses(
        "enable_two_factor_auth must be true or false, not \"" + typed + "\"",
        "enable_two_factor_auth",
        typed);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "2,2"})
  void a_known_number_is_silent_where_it_is_spelled_well(String typed, String stored) {
    assertEquals(SILENT, set("otp_window_steps", typed));
    assertEquals("{\n \"otp_window_steps\": " + stored + "\n}", site.config());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {"00,0", "|  1|,1", "+2,2"})
  void a_known_number_is_stored_as_one_with_a_note(String typed, String stored) {
    assertEquals(
        new Outcome(0, "", "ivn: note: otp_window_steps is stored as " + stored + "\n"),
        set("otp_window_steps", typed));
    assertEquals("{\n \"otp_window_steps\": " + stored + "\n}", site.config());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"true", "false", "True", "1.5", "none", "null", "", "yes", "é", "-1", "11"})
  void a_known_number_is_nothing_else(String typed) {
    refuses(
        "otp_window_steps must be a whole number from 0 to 10, not \"" + typed + "\"",
        "otp_window_steps",
        typed);
  }

  @Test
  void a_known_key_is_removed_too() {
    site.config("{\"enable_two_factor_auth\": true, \"otp_window_steps\": 2}");
    assertEquals(SILENT, set("enable_two_factor_auth", "None"));
    assertEquals(SILENT, set("-p", "otp_window_steps", "None"));
    assertEquals("{}", site.config());
  }

  @Test
  void a_refusal_leads_to_the_explanation() {
    assertEquals(
        """
        ivn: two_factor_method must be one of OTP App, Email, SMS, not "mail"
        ivn: hint: ivn settings describe two_factor_method tells what it does
        """,
        set("two_factor_method", "mail").err());
  }

  @Test
  void doubts_a_key_that_is_nearly_a_known_one() {
    Outcome outcome = set("enable_two_factor_aut", "true");
    assertEquals(
        "ivn: warning: there is no setting enable_two_factor_aut;"
            + " did you mean enable_two_factor_auth?\n",
        outcome.err());
    assertEquals("{\n \"enable_two_factor_aut\": true\n}", site.config());
  }

  @Test
  void a_value_may_begin_with_a_dash() {
    refuses("unknown option -x", "k", "-x");
    assertEquals(
        """
        ivn: unknown option -x
        ivn: hint: ivn set-config --help shows what it takes; \
        -- stands before a value that begins with -
        """,
        set("k", "-x").err());
    assertEquals(SILENT, set("k", "--", "-x"));
    assertEquals("{\n \"k\": \"-x\"\n}", site.config());
  }
}
