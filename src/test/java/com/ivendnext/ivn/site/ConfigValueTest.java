package com.ivendnext.ivn.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of Frappe's coercion, as they were seen to run. */
class ConfigValueTest {

  @Test
  void plain_true_and_false_are_booleans() {
    assertEquals(true, ConfigValue.coerce("true").value());
    assertEquals(false, ConfigValue.coerce("false").value());
  }

  @Test
  void plain_0_and_1_are_integers() {
    assertEquals(0L, ConfigValue.coerce("0").value());
    assertEquals(1L, ConfigValue.coerce("1").value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "True", "TRUE", "False", "00", "01", "2", "10", "-1", "1.5", "none", "null", "", "yes",
        "on", " true", "  1", "é", "'true'", "[1]", "None "
      })
  void all_else_that_is_plain_stays_text(String text) {
    ConfigValue value = ConfigValue.coerce(text);
    assertEquals(text, value.value());
    assertFalse(value.isRemoval());
  }

  @Test
  void plain_none_removes_the_key() {
    assertTrue(ConfigValue.coerce("None").isRemoval());
    assertNull(ConfigValue.coerce("None").value());
  }

  @Test
  void parsed_literals_keep_their_type() {
    assertEquals(true, ConfigValue.literal("True").value());
    assertEquals(false, ConfigValue.literal("False").value());
    assertEquals(1L, ConfigValue.literal("1").value());
    assertEquals(-5L, ConfigValue.literal("-5").value());
    assertEquals(16L, ConfigValue.literal("0x10").value());
    assertEquals(1000L, ConfigValue.literal("1_000").value());
    assertEquals(1.0, ConfigValue.literal("1.0").value());
    assertEquals(List.of(1L, 2L), ConfigValue.literal("[1,2]").value());
    assertEquals(List.of(1L, 2L), ConfigValue.literal("(1,2)").value());
    assertEquals(Map.of("a", 1L), ConfigValue.literal("{'a':1}").value());
  }

  @Test
  void parsed_none_is_a_null_that_is_kept() {
    assertFalse(ConfigValue.literal("None").isRemoval());
    assertNull(ConfigValue.literal("None").value());
    assertFalse(ConfigValue.literal("null").isRemoval());
  }

  @Test
  void a_parsed_string_is_coerced_again() {
    assertEquals(true, ConfigValue.literal("'true'").value());
    assertEquals(1L, ConfigValue.literal("\"1\"").value());
    assertTrue(ConfigValue.literal("\"None\"").isRemoval());
    assertEquals("True", ConfigValue.literal("'True'").value());
    assertEquals("", ConfigValue.literal("''").value());
  }

  @Test
  void strings_inside_a_parsed_list_are_not_coerced() {
    assertEquals(List.of("true", "None"), ConfigValue.literal("['true', 'None']").value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"foo", "{1,2}", "b'x'", "1+2j", "{1:2,'a':3}", "1e400", ""})
  void what_cannot_be_stored_is_refused(String text) {
    Failing.withUsage(() -> ConfigValue.literal(text));
  }

  @Test
  void does_not_show_the_value_when_printed() {
    assertFalse(ConfigValue.coerce("hunter2").toString().contains("hunter2"));
  }
}
