package com.ivendnext.ivn.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonObjectTest {
  @Test
  void keeps_the_order_of_its_members() {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("z", "1");
    members.put("a", "2");
    assertEquals("{\"z\":\"1\",\"a\":\"2\"}", JsonObject.of(members));
  }

  @Test
  void escapes_what_would_end_a_string() {
    assertEquals(
        "{\"a\\\"b\":\"\\\\ \\u000a\\u001f ä😀\"}",
        JsonObject.of(Map.of("a\"b", "\\ \n\u001f ä😀")));
  }

  @Test
  void may_be_empty() {
    assertEquals("{}", JsonObject.of(Map.of()));
  }
}
