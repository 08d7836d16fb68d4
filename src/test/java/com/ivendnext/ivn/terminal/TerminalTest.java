package com.ivendnext.ivn.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
  private final FakeTty tty = FakeTty.silent();

  @Test
  void writes_text_as_utf_8() {
    Terminal terminal = tty.builder().build();

    terminal.out().print("Zoë 🔑");
    terminal.err().print("Köln");
    terminal.finish();

    assertEquals("Zoë 🔑", tty.out());
    assertEquals("Köln", tty.err());
  }

  @Test
  void escapes_what_a_terminal_without_utf_8_cannot_show() {
    Terminal terminal = tty.builder().utf8(false).build();

    terminal.out().print("Zoë?");
    terminal.out().print('€');
    terminal.err().printf("%s", "🔑");
    terminal.finish();

    assertEquals("Zo\\u00eb?\\u20ac", tty.out());
    assertEquals("\\ud83d\\udd11", tty.err());
  }

  @Test
  void leaves_bytes_alone_whatever_the_charset() throws IOException {
    Terminal terminal = tty.builder().utf8(false).build();

    terminal.rawOut().write("{\"name\":\"Zoë\"}".getBytes(StandardCharsets.UTF_8));

    assertEquals("{\"name\":\"Zoë\"}", tty.out());
  }

  @Test
  void keeps_text_and_bytes_in_order() throws IOException {
    Terminal terminal = tty.builder().build();

    terminal.out().print("one ");
    terminal.rawOut().write("two ".getBytes(StandardCharsets.UTF_8));
    terminal.out().print("three");
    terminal.finish();

    assertEquals("one two three", tty.out());
  }

  @Test
  void goes_on_after_a_writer_closed_the_raw_stream() throws IOException {
    Terminal terminal = tty.builder().build();

    terminal.rawOut().close();
    terminal.out().print("more");
    terminal.finish();

    assertEquals("more", tty.out());
  }

  @Test
  void buffers_standard_output_where_it_is_no_tty() {
    Terminal terminal = tty.builder().build();

    terminal.out().println("line");
    assertEquals("", tty.out());

    terminal.finish();
    assertEquals("line" + System.lineSeparator(), tty.out());
  }

  @Test
  void shows_each_line_at_once_on_a_tty() {
    Terminal terminal = tty.builder().ttys(false, true, false).build();

    terminal.out().println("line");

    assertEquals("line" + System.lineSeparator(), tty.out());
  }

  @Test
  void shows_each_message_at_once_even_where_it_is_no_tty() {
    Terminal terminal = tty.builder().build();

    terminal.err().println("ivn: no such user");

    assertEquals("ivn: no such user" + System.lineSeparator(), tty.err());
  }

  @ParameterizedTest
  @CsvSource({
    "true, true, true, true",
    "true, false, true, true",
    "false, true, true, false",
    "true, true, false, false"
  })
  void is_interactive_where_input_and_messages_are_a_tty(
      boolean in, boolean out, boolean err, boolean interactive) {
    Terminal terminal = tty.builder().ttys(in, out, err).build();

    assertEquals(interactive, terminal.interactive());
    assertEquals(out, terminal.outIsTty());
    assertEquals(err, terminal.errIsTty());
  }

  @Test
  void shows_unicode_only_in_a_utf_8_locale() {
    assertTrue(tty.builder().utf8(true).build().unicode());
    assertFalse(tty.builder().utf8(false).build().unicode());
  }
}
