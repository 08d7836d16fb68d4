package com.ivendnext.ivn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

  enum Colour {
    DARK_RED
  }

  record Hidden() implements ForText {}

  record Inner(boolean flagIsSet) {}

  record Document(
      String text,
      int number,
      Colour colour,
      Instant at,
      Path file,
      Object absent,
      List<Inner> list,
      Map<String, Object> map,
      Elements<String> stream,
      Hidden hidden) {}

  @Test
  void writes_every_kind_of_value() {
    Document document =
        new Document(
            "ü\"\n\u001b",
            -1,
            Colour.DARK_RED,
            Instant.parse("2026-11-24T10:00:00.5Z"),
            Path.of("/srv/bench"),
            null,
            List.of(new Inner(true)),
            Map.of("key", 1.5),
            reader -> List.of("a", "b").forEach(reader),
            new Hidden());
    assertEquals(
        """
        {
          "text": "ü\\"\\n\\u001B",
          "number": -1,
          "colour": "dark_red",
          "at": "2026-11-24T10:00:00.500Z",
          "file": "/srv/bench",
          "absent": null,
          "list": [
            {
              "flag_is_set": true
            }
          ],
          "map": {
            "key": 1.5
          },
          "stream": [
            "a",
            "b"
          ]
        }
        """,
        JsonWriter.text(document));
  }

  @Test
  void empty_lists_and_objects_are_on_one_line() {
    assertEquals(
        "{\n  \"list\": [],\n  \"map\": {}\n}\n",
        JsonWriter.text(new TreeMap<>(Map.of("list", List.of(), "map", Map.of()))));
  }

  record Warned(List<String> warnings) implements Result {
    @Override
    public void print(TextWriter out) {}
  }

  @Test
  void warnings_are_written_once() {
    assertEquals(
        "{\n  \"warnings\": [\n    \"weak\"\n  ]\n}\n",
        JsonWriter.text(new Warned(List.of("weak"))));
  }

  @Test
  void what_python_takes_for_a_number_and_json_does_not_is_text() {
    assertEquals("{\n  \"a\": \"NaN\"\n}\n", JsonWriter.text(Map.of("a", Double.NaN)));
    assertEquals(
        "{\n  \"a\": \"-Infinity\"\n}\n", JsonWriter.text(Map.of("a", Double.NEGATIVE_INFINITY)));
  }

  @Test
  void what_nobody_thought_of_is_no_part_of_a_document() {
    assertThrows(IllegalArgumentException.class, () -> JsonWriter.text(new StringBuilder("x")));
  }
}
