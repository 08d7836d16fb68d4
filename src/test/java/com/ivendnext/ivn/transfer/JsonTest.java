package com.ivendnext.ivn.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  private static Json parse(String text) throws IOException {
    return Json.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void values_are_found_by_their_place() throws IOException {
    Json json = parse("{\"db\":{\"entries\":[{\"name\":\"a\",\"digits\":6,\"on\":true},null]}}");
    List<Json> entries = json.member("db").member("entries").elements();
    assertEquals("a", entries.get(0).member("name").required());
    assertEquals(6, entries.get(0).member("digits").smallNumber(8));
    assertTrue(entries.get(0).member("on").flag(false));
    assertTrue(entries.get(1).absent());
    assertNull(entries.get(0).member("nothing").text());
    assertEquals(30, entries.get(0).member("period").number(30));
    assertFalse(entries.get(0).member("off").flag(false));
    assertEquals(Set.of("name", "digits", "on"), entries.get(0).names());
    assertEquals(List.of(), json.member("none").elements());
    assertTrue(json.member("db").isObject() && entries.get(0).member("name").isText());
  }

  @ParameterizedTest
  @CsvSource({
    "name,a.name is not a text",
    "list,a.list is not a list",
    "missing,a.missing is missing"
  })
  void what_is_something_else_is_told_by_its_place_only(String member, String message)
      throws IOException {
    Json json = parse("{\"a\":{\"name\":17,\"list\":\"secret\"}}").member("a").member(member);
    String told =
        Refusal.of(
                () -> {
                  if (member.equals("list")) {
                    json.elements();
                  } else {
                    json.required();
                  }
                })
            .getMessage();
    assertEquals(message, told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "true", "\"7\"", "99999999999999999999", "1e3", "{}"})
  void a_number_is_whole_and_fits(String value) throws IOException {
    Json json = parse("[" + value + "]").elements().get(0);
    assertEquals("[0] is not a whole number", Refusal.of(() -> json.number(0)).getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "{\"a\":", "[1,", "{\"a\":1}x", "{\"a\":1,\"a\":2}", "nul", "\"\\x\""})
  void what_is_no_sound_document_is_refused(String text) {
    Refusal.of(() -> parse(text));
  }

  @Test
  void nesting_is_bounded() {
    String deep = "[".repeat(Limits.DEPTH + 1) + "]".repeat(Limits.DEPTH + 1);
    assertEquals(
        "this is no sound JSON: it breaks off or is damaged",
        Refusal.of(() -> parse(deep)).getMessage());
  }

  @Test
  void the_members_of_what_breaks_off_can_be_seen() {
    assertEquals(
        Set.of("version", "db"),
        new Head(" {\"version\":1,\"db\":{\"x\":[1,2".getBytes(StandardCharsets.UTF_8))
            .jsonMembers());
    assertEquals(Set.of(), new Head("[1]".getBytes(StandardCharsets.UTF_8)).jsonMembers());
  }
}
