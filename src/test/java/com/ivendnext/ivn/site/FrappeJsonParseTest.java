package com.ivendnext.ivn.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Failure;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrappeJsonParseTest {

  private static final Path NAME = Path.of("sites", "a.example", "site_config.json");

  private static Map<String, Object> parse(String json) {
    return FrappeJson.parse(json.getBytes(StandardCharsets.UTF_8), NAME);
  }

  private static Failure refusal(String json) {
    return Failing.withData(() -> parse(json));
  }

  @Test
  void reads_every_kind_of_value() {
    Map<String, Object> config =
        parse(
            "{\"s\": \"é\", \"i\": 7, \"f\": 1.5, \"t\": true, \"l\": [1, {}], \"o\": {\"n\":"
                + " null}}");
    assertEquals("é", config.get("s"));
    assertEquals(7L, config.get("i"));
    assertEquals(1.5, config.get("f"));
    assertEquals(true, config.get("t"));
    assertEquals(List.of(1L, Map.of()), config.get("l"));
    assertEquals("{n=null}", config.get("o").toString());
  }

  @Test
  void reads_escapes_next_to_other_letters() {
    assertEquals("éa\u00e9é\\ué\n", parse("{\"a\": \"éa\\u00e9é\\\\ué\\n\"}").get("a"));
  }

  @Test
  void keeps_big_integers() {
    assertEquals(Long.MIN_VALUE, parse("{\"a\": -9223372036854775808}").get("a"));
    assertEquals(
        new BigInteger("9223372036854775808"), parse("{\"a\": 9223372036854775808}").get("a"));
  }

  @Test
  void lets_the_last_of_duplicate_keys_win() {
    assertEquals(Map.of("a", 2L), parse("{\"a\": 1, \"a\": 2}"));
  }

  @Test
  void keeps_a_null_as_a_value() {
    Map<String, Object> config = parse("{\"a\": null}");
    assertTrue(config.containsKey("a"));
    assertNull(config.get("a"));
  }

  @ParameterizedTest
  @CsvSource({"NaN, NaN", "Infinity, Infinity", "-Infinity, -Infinity", "1e400, Infinity"})
  void takes_the_numbers_that_only_python_takes(String json, double expected) {
    assertEquals(expected, parse("{\"a\": " + json + "}").get("a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"INF", "-INF", "+INF", "+Infinity", "-NaN", "+1", "01", "1.", ".5", "0x1"})
  void refuses_numbers_that_python_refuses(String json) {
    refusal("{\"a\": " + json + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": 1,}",
        "{'a': 1}",
        "{a: 1}",
        "{\"a\": True}",
        "{\"a\": \"\t\"}",
        "{\"a\": \"\\x41\"}",
        "{\"a\": \"\\u001\uf638\"}",
        "{\"a\": \"\\u000\u0661\"}",
        "{\"\\\\\\u\uff10000\": 1}",
        "{\"a\": 1} // b",
        "{\"a\": 1}{}",
        "{\"a\": [1}",
        "{\"a\"",
        "\ufeff{}"
      })
  void refuses_what_is_no_json(String json) {
    refusal(json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "\"a\"", "null"})
  void refuses_a_document_that_is_no_object(String json) {
    assertEquals(
        "cannot read " + NAME + ": not an object at line 1, column 1", refusal(json).getMessage());
  }

  @Test
  void names_file_line_and_column_of_an_error() {
    assertEquals(
        "cannot read " + NAME + ": not valid JSON at line 3, column 7",
        refusal("{\n \"a\": 1,\n \"b\": }").getMessage());
  }

  @Test
  void tells_that_the_file_was_left_as_it_is() {
    assertEquals(
        "the file was left as it is; mend it or restore it from a backup", refusal("{").hint());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n"})
  void refuses_an_empty_file(String json) {
    assertTrue(refusal(json).getMessage().contains(": the file is empty at line "));
  }

  @Test
  void refuses_invalid_utf_8_and_tells_where() {
    byte[] latin1 = "{\n \"a\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(
        "cannot read " + NAME + ": not valid UTF-8 at line 2, column 8",
        Failing.withData(() -> FrappeJson.parse(latin1, NAME)).getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"c080", "eda080", "f4908080", "e282"})
  void refuses_bytes_that_python_does_not_decode(String hex) {
    byte[] bytes = java.util.HexFormat.of().parseHex("7b2261223a22" + hex + "227d");
    Failing.withData(() -> FrappeJson.parse(bytes, NAME));
  }

  @Test
  void quotes_nothing_of_the_file_in_an_error() {
    Failure failure = refusal("{\"db_password\": hunter2}");
    assertFalse(failure.getMessage().contains("hunter2"));
    assertNull(failure.getCause());
  }

  @Test
  void reads_values_nested_64_deep_and_no_deeper() {
    assertEquals(1, parse("{\"a\": " + "[".repeat(64) + "]".repeat(64) + "}").size());
    assertTrue(
        refusal("{\"a\": " + "[".repeat(65) + "]".repeat(65) + "}")
            .getMessage()
            .contains("nested deeper than 64 levels at line 1, column 71"));
  }

  @Test
  void reads_4_mib_and_no_more() {
    String value = "x".repeat(FrappeJson.MAX_BYTES - "{\"a\":\"\"}".length());
    assertEquals(value, parse("{\"a\":\"" + value + "\"}").get("a"));
    assertEquals(
        "cannot read " + NAME + ": it is larger than 4 MiB",
        refusal("{\"a\":\"x" + value + "\"}").getMessage());
  }

  @Test
  void reads_integers_of_4300_digits_and_no_more() {
    String digits = "9".repeat(4300);
    assertEquals(new BigInteger("-" + digits), parse("{\"a\": -" + digits + "}").get("a"));
    assertTrue(
        refusal("{\"a\": 9" + digits + "}").getMessage().contains("more than 4300 digits at line"));
  }

  @Test
  void reads_keys_and_fractions_of_any_length() {
    String key = "k".repeat(100_000);
    assertEquals(Map.of(key, 0.1), parse("{\"" + key + "\": 0.1" + "0".repeat(5000) + "}"));
  }
}
