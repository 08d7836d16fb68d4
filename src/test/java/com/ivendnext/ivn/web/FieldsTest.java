package com.ivendnext.ivn.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Failure;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, String> json(String document) {
    return Fields.of("application/json; charset=utf-8", bytes(document));
  }

  @Test
  void a_form_is_read() {
    assertEquals(
        Map.of("usr", "a+b@example.com", "pwd", "\u00fc &=", "empty", ""),
        Fields.of(
            "Application/X-WWW-Form-Urlencoded",
            bytes("usr=a%2Bb%40example.com&pwd=%C3%BC+%26%3D&empty")));
  }

  @Test
  void json_is_read_with_leading_zeros_and_without_what_is_no_scalar() {
    assertEquals(
        Map.of("otp", "012345", "n", "7", "b", "true"),
        json("{\"otp\":\"012345\",\"n\":7,\"b\":true,\"x\":null,\"o\":{\"otp\":\"1\"},\"l\":[1]}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "1", "{", "{\"a\":}", "{} {}", "{\"a\":\"1\",\"a\":\"2\"}", "nul"})
  void what_is_no_json_object_is_refused_without_being_quoted(String document) {
    byte[] body = bytes(document.isEmpty() ? " " : document);
    Failure failure = assertThrows(Failure.class, () -> Fields.of("application/json", body));
    assertEquals("the body is not a JSON object", failure.getMessage());
    assertEquals(Failure.Kind.USAGE, failure.kind());
  }

  @Test
  void json_nested_without_end_is_refused() {
    assertThrows(Failure.class, () -> json("{\"a\":" + "[".repeat(8000)));
  }

  @Test
  void a_form_that_names_a_field_twice_is_refused() {
    assertThrows(Failure.class, () -> Fields.form("usr=a&usr=b"));
    assertThrows(Failure.class, () -> Fields.form("usr=%zz"));
    assertThrows(Failure.class, () -> Fields.form("a=1" + manyFields()));
  }

  private static String manyFields() {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < 101; i++) {
      form.append("&f").append(i).append("=1");
    }
    return form.toString();
  }

  @Test
  void other_types_are_not_read() {
    assertTrue(Fields.readable(null, new byte[0]));
    assertFalse(Fields.readable(null, bytes("a=b")));
    assertFalse(Fields.readable("text/plain", bytes("{}")));
    assertFalse(Fields.readable("multipart/form-data; boundary=x", bytes("--x")));
  }
}
