package com.ivendnext.ivn.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every expectation here was printed by Python 3.11's {@code json.dumps}. */
class FrappeJsonFormatTest {

  private static String formatValue(Object value) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("a", value);
    String json = FrappeJson.format(config);
    assertTrue(json.startsWith("{\n \"a\": ") && json.endsWith("\n}"), json);
    return json.substring(8, json.length() - 2);
  }

  @Test
  void prints_the_golden_file_of_frappe() {
    byte[] jumbled =
        "{\"k\": \"é\", \"db_name\": \"x\", \"aa\": {\"z\": 1, \"b\": [1, 2]}}"
            .getBytes(StandardCharsets.UTF_8);
    assertEquals(
        "{\n \"aa\": {\n  \"b\": [\n   1,\n   2\n  ],\n  \"z\": 1\n },\n \"db_name\": \"x\",\n"
            + " \"k\": \"\\u00e9\"\n}",
        FrappeJson.format(FrappeJson.parse(jumbled, Path.of("x"))));
  }

  @Test
  void prints_empty_objects_and_lists_on_one_line() {
    assertEquals("{}", FrappeJson.format(Map.of()));
    assertEquals("{}", formatValue(Map.of()));
    assertEquals("[]", formatValue(List.of()));
    assertEquals("[\n  [],\n  {}\n ]", formatValue(List.of(List.of(), Map.of())));
  }

  @Test
  void prints_null_booleans_and_integers() {
    assertEquals("null", formatValue(null));
    assertEquals("true", formatValue(true));
    assertEquals("-5", formatValue(-5L));
    assertEquals("0", formatValue(0));
    BigInteger big = BigInteger.TEN.pow(30);
    assertEquals(big.toString(), formatValue(big));
  }

  @Test
  void sorts_keys_at_every_depth_by_code_point_and_not_by_utf_16() {
    Map<String, Object> inner = new LinkedHashMap<>();
    inner.put("\ud83d\ude00", 1L);
    inner.put("\uffff", 2L);
    inner.put("b", 3L);
    inner.put("B", 4L);
    inner.put("", 5L);
    assertEquals(
        "{\n  \"\": 5,\n  \"B\": 4,\n  \"b\": 3,\n  \"\\uffff\": 2,\n  \"\\ud83d\\ude00\": 1\n }",
        formatValue(inner));
  }

  @Test
  void sorts_lone_surrogates_and_prefixes_as_python_does() {
    List<String> sorted =
        Arrays.asList("", "a", "ab", "\ud800", "\ud800\ue000", "\ue000", "\ud800\udc00");
    List<String> keys = new ArrayList<>(sorted);
    Collections.reverse(keys);
    keys.sort(JsonWriter::compareByCodePoint);
    assertEquals(sorted, keys);
  }

  @Test
  void escapes_as_python_does() {
    assertEquals("\"\\\"\\\\/\\b\\f\\n\\r\\t'\"", formatValue("\"\\/\b\f\n\r\t'"));
    assertEquals("\"\\u0000\\u001f ~\"", formatValue("\u0000\u001f ~"));
    assertEquals("\"\\u007f\\u0080\\u2028\"", formatValue("\u007f\u0080\u2028"));
    assertEquals("\"\\ud83d\\ude00\\ud83d\"", formatValue("\ud83d\ude00\ud83d"));
  }

  @ParameterizedTest
  @CsvSource({
    "1e3, 1000.0",
    "1.10, 1.1",
    "0.0, 0.0",
    "-0.0, -0.0",
    "100, 100.0",
    "1e15, 1000000000000000.0",
    "9999999999999998, 9999999999999998.0",
    "1e16, 1e+16",
    "1.5e16, 1.5e+16",
    "-1e22, -1e+22",
    "1e23, 1e+23",
    "9007199254740993, 9007199254740992.0",
    "123456789012345680, 1.2345678901234568e+17",
    "1e-4, 0.0001",
    "1e-5, 1e-05",
    "0.00012345, 0.00012345",
    "1.5e-10, 1.5e-10",
    "2e-3, 0.002",
    "5.684341886080802e-14, 5.684341886080802e-14",
    "2.0000000000000003e-3, 0.0020000000000000005",
    "4.9e-324, 5e-324",
    "2.2250738585072014e-308, 2.2250738585072014e-308",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "9.5367431640625e-07, 9.5367431640625e-07",
    "0.1, 0.1",
    "0.30000000000000004, 0.30000000000000004",
    "2.98023223876953125E-8, 2.9802322387695312e-08",
    "6.189700196426902e26, 6.189700196426902e+26",
    "NaN, NaN",
    "Infinity, Infinity",
    "-Infinity, -Infinity"
  })
  void prints_floats_as_python_does(double number, String expected) {
    assertEquals(expected, formatValue(number));
  }

  @Test
  void prints_nothing_that_could_not_be_read_again() {
    Object deep = List.of();
    for (int depth = 1; depth < 64; depth++) {
      deep = List.of(deep);
    }
    Object deepest = deep;
    formatValue(deepest);
    Failing.withData(() -> formatValue(List.of(deepest)));
  }

  @Test
  void refuses_an_object_that_is_no_json_value() {
    assertThrows(IllegalArgumentException.class, () -> formatValue('c'));
  }
}
