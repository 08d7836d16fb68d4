package com.ivendnext.ivn.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.ivendnext.ivn.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextLinesTest {

  private static TextLines of(String text) {
    return new TextLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void reads_lines_whatever_ends_them() {
    TextLines lines = of("a\nb\r\n\nc");
    assertEquals("a", lines.next());
    assertEquals("b", lines.next());
    assertEquals("", lines.next());
    assertEquals("c", lines.next());
    assertEquals(4, lines.number());
    assertNull(lines.next());
  }

  @Test
  void passes_over_a_byte_order_mark() {
    assertEquals("a", of("\ufeffa\n").next());
  }

  @Test
  void goes_on_behind_a_line_that_is_too_long() {
    TextLines lines = of("x".repeat(TextLines.LINE_LIMIT + 1) + "\nb\n");
    Failure failure = assertThrows(Failure.class, lines::next);
    assertEquals("the line is longer than 64 KiB", failure.getMessage());
    assertEquals("b", lines.next());
    assertEquals(2, lines.number());
  }

  @Test
  void goes_on_behind_a_line_that_is_not_text() {
    TextLines lines = new TextLines(new ByteArrayInputStream(new byte[] {(byte) 0xff, '\n', 'b'}));
    assertEquals(Failure.Kind.USAGE, assertThrows(Failure.class, lines::next).kind());
    assertEquals("b", lines.next());
  }

  @Test
  void takes_nothing_beyond_the_line() throws IOException {
    InputStream source = new ByteArrayInputStream("a\nb".getBytes(StandardCharsets.UTF_8));
    assertEquals("a", new TextLines(source).next());
    assertEquals('b', source.read());
  }
}
