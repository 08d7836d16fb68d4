package com.ivendnext.ivn.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonLiteralTest {

  private static Object parse(String text) {
    return PythonLiteral.parse(text);
  }

  private static String refusal(String text) {
    String message = Failing.withUsage(() -> parse(text)).getMessage();
    String start = "not a JSON or Python literal: ";
    assertTrue(message.startsWith(start), message);
    return message.substring(start.length());
  }

  @ParameterizedTest
  @CsvSource({"True, true", "False, false", "true, true", "false, false"})
  void reads_the_booleans_of_python_and_json(String text, boolean expected) {
    assertEquals(expected, parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"None", "null"})
  void reads_both_words_for_null(String text) {
    assertNull(parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "-5, -5",
    "+5, 5",
    "- 5, -5",
    "0x10, 16",
    "0XfF, 255",
    "0x_f, 15",
    "-0o17, -15",
    "0b101, 5",
    "1_000, 1000",
    "00, 0",
    "0_0, 0",
    "-0, 0",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808"
  })
  void reads_integers(String text, long expected) {
    assertEquals(expected, parse(text));
  }

  @Test
  void reads_big_integers_of_up_to_4300_digits() {
    assertEquals(new BigInteger("9223372036854775808"), parse("9223372036854775808"));
    assertEquals(BigInteger.ONE.shiftLeft(64).negate(), parse("-0x1_0000_0000_0000_0000"));
    assertEquals(new BigInteger("9".repeat(4300)), parse("9".repeat(4300)));
    assertEquals("an integer of more than 4300 digits at column 1", refusal("9".repeat(4301)));
    assertEquals(
        "an integer of more than 4300 digits at column 1", refusal("0x" + "f".repeat(4300)));
    assertEquals(
        "an integer of more than 4300 digits at column 1", refusal("0b" + "1".repeat(90000)));
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, 1.0",
    "1., 1.0",
    ".5, 0.5",
    "-.5, -0.5",
    "1e3, 1000",
    "1E-5, 0.00001",
    "1.5e+3, 1500",
    "0777.5, 777.5",
    "09e1, 90",
    "1_0.0_1e1_0, 100100000000",
    "-0.0, -0.0"
  })
  void reads_floats(String text, double expected) {
    assertEquals(expected, parse(text));
  }

  @Test
  void reads_strings_in_both_quotes() {
    assertEquals("it's", parse("\"it's\""));
    assertEquals("say \"é\" 😀", parse("'say \"é\" 😀'"));
    assertEquals("", parse("''"));
  }

  @Test
  void reads_the_escapes_of_python() {
    assertEquals("\\'\"\u0007\b\f\n\r\t\u000b", parse("'\\\\\\'\\\"\\a\\b\\f\\n\\r\\t\\v'"));
    assertEquals("A\u00e9\u00e9\ud83d\ude00", parse("'\\x41\\xe9\\u00E9\\U0001F600'"));
    assertEquals("\0A8\u01ff", parse("'\\0\\1018\\777'"));
    assertEquals("ab", parse("'a\\\nb'"));
    assertEquals("\\d\\é", parse("'\\d\\é'"));
  }

  @Test
  void reads_the_escapes_of_json_in_double_quotes() {
    assertEquals("http://x \ud83d\ude00", parse("\"http:\\/\\/x \\ud83d\\ude00\""));
    assertEquals("\\/", parse("'\\/'"));
  }

  @Test
  void reads_lists_and_makes_lists_of_tuples() {
    assertEquals(List.of(1L, 2L), parse("[1,2]"));
    assertEquals(List.of(1L, "a"), parse(" [ 1 ,\n 'a' , ] "));
    assertEquals(List.of(1L, 2L), parse("(1, 2)"));
    assertEquals(List.of(1L), parse("(1,)"));
    assertEquals(List.of(1L, 2L), parse("1, 2"));
    assertEquals(List.of(1L), parse("1,"));
    assertEquals(List.of(), parse("[]"));
    assertEquals(List.of(), parse("( )"));
  }

  @Test
  void takes_parentheses_around_one_value_for_nothing() {
    assertEquals(1L, parse("((1))"));
  }

  @Test
  void reads_dicts_with_string_keys() {
    assertEquals(Map.of("a", 1L, "b", Map.of()), parse("{'a': 1, \"b\": {}, }"));
    assertEquals(Map.of("a", 2L), parse("{'a': 1, 'a': 2}"));
    assertEquals(Map.of(), parse("{ }"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{1,2} | a key that is no string at column 2",
        "{'a', 'b'} | a colon is missing at column 5",
        "{1: 2, 'a': 3} | a key that is no string at column 2",
        "{'a': 3, None: 2} | a key that is no string at column 10",
        "{'a' 1} | a colon is missing at column 6",
        "b'x' | an unknown word at column 1",
        "foo | an unknown word at column 1",
        "-True | a digit is missing at column 2",
        "--5 | a digit is missing at column 2",
        "NaN | an unknown word at column 1",
        "-Infinity | a digit is missing at column 2",
        "inf | an unknown word at column 1",
        "1e400 | a number too large at column 1",
        "[1, -1e400] | a number too large at column 5",
        "1j | unexpected text in a number at column 2",
        "1+2j | unexpected text at column 2",
        "1 2 | unexpected text at column 3",
        "[1] ] | unexpected text at column 5",
        "[1 2] | unexpected text at column 4",
        "'a' 'b' | unexpected text at column 5",
        "'''a''' | unexpected text at column 3",
        "[1, 2 | a closing bracket is missing at column 6",
        "[1, | a value is missing at column 4",
        "[1,, 2] | unexpected text at column 4",
        "(,) | unexpected text at column 2",
        "[1) | unexpected text at column 3",
        "'abc | a string without its closing quote at column 1",
        "['abc\\'] | a string without its closing quote at column 2",
        "'\\x4' | an escape without its 2 hexadecimal digits at column 5",
        "'\\u12g4' | an escape without its 4 hexadecimal digits at column 6",
        "'\\U00110000' | an escape beyond Unicode at column 4",
        "'\\N{DASH}' | a character by its name at column 4",
        "012 | an integer with a leading zero at column 1",
        "1__0 | a digit is missing at column 3",
        "1_ | a digit is missing at column 3",
        "0x | a digit is missing at column 3",
        "0xg | a digit is missing at column 3",
        "0b12 | unexpected text in a number at column 4",
        "1e | a digit is missing at column 3",
        "1.2.3 | unexpected text in a number at column 4",
        ". | a digit is missing at column 2",
        "'😀' x | unexpected text at column 5",
        "... | a digit is missing at column 2",
        "__import__('os') | unexpected text at column 1"
      })
  void refuses_what_json_could_not_hold_and_tells_the_column(String text, String expected) {
    assertEquals(expected, refusal(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void refuses_nothing_at_all(String text) {
    assertTrue(refusal(text).startsWith("a value is missing"));
  }

  @Test
  void refuses_a_string_that_ends_in_a_raw_line_break() {
    assertEquals("a string without its closing quote at column 1", refusal("'a\nb'"));
  }

  @Test
  void reads_64_levels_and_no_more() {
    parse("[".repeat(64) + "]".repeat(64));
    parse("(".repeat(64) + "1" + ")".repeat(64));
    assertEquals(
        "nested deeper than 64 levels at column 65", refusal("[".repeat(65) + "]".repeat(65)));
  }

  @Test
  void reads_many_values_side_by_side() {
    assertEquals(100, ((List<?>) parse("[" + "[],".repeat(100) + "]")).size());
  }

  @Test
  void reads_1_mib_and_no_more() {
    String longest = "'" + "x".repeat(PythonLiteral.MAX_LENGTH - 2) + "'";
    assertEquals(PythonLiteral.MAX_LENGTH - 2, ((String) parse(longest)).length());
    assertEquals("longer than 1 MiB at column 1048577", refusal(longest + " "));
  }

  @Test
  void quotes_nothing_of_the_value_in_an_error() {
    assertFalse(refusal("hunter2").contains("hunter"));
  }

  @Test
  void what_it_reads_can_be_written_and_read_again() {
    Object deepest = parse("[".repeat(64) + "]".repeat(64));
    String json = FrappeJson.format(Map.of("a", deepest));
    byte[] bytes = json.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    assertEquals(deepest, FrappeJson.parse(bytes, java.nio.file.Path.of("x")).get("a"));
  }
}
