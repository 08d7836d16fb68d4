package com.ivendnext.ivn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Failure;
import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeldOutputTest {
  private final ByteArrayOutputStream target = new ByteArrayOutputStream();
  private final HeldOutput held = new HeldOutput(target);

  @Test
  void a_document_that_fails_is_not_half_printed() {
    Elements<String> failing =
        reader -> {
          reader.accept("first");
          throw Failure.data("the second cannot be read");
        };
    assertThrows(Failure.class, () -> JsonWriter.write(Map.of("list", failing), held));
    assertEquals(0, target.size());
  }

  @Test
  void a_manyone_passes_through_before_its_end() {
    List<String> many = Collections.nCopies(100_000, "text");
    JsonWriter.write(
        (Elements<String>)
            reader -> {
              many.forEach(reader);
              assertTrue(target.size() > 900_000);
            },
        held);
    held.release();
    assertEquals(JsonWriter.text(many), target.toString());
  }
}
