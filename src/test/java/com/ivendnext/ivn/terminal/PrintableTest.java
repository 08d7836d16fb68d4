package com.ivendnext.ivn.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "alice@example.com", "Zoë 日本 🔑 é", "a\\x1b", "עברית", "\u00a0"})
  void returns_harmless_text_as_it_is(String text) {
    assertSame(text, Printable.of(text));
  }

  @Test
  void shows_an_escape_sequence_instead_of_sending_it() {
    assertEquals("alice\\x1b[2J!", Printable.of("alice\u001b[2J!"));
  }

  @Test
  void shows_every_control_character() {
    for (char c = 0; c < 0xa0; c++) {
      boolean control = c < 0x20 || c >= 0x7f;
      String expected =
          control ? String.format(Locale.ROOT, "\\x%02x", (int) c) : String.valueOf(c);

      assertEquals(expected, Printable.of(String.valueOf(c)));
    }
  }

  @Test
  void keeps_a_name_on_one_line() {
    assertEquals("a\\x0d\\x0ab\\x09c\\u2028d\\u2029", Printable.of("a\r\nb\tc\u2028d\u2029"));
  }

  @ParameterizedTest
  @ValueSource(
      chars = {
        '\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'
      })
  void shows_what_would_turn_the_order_of_characters(char c) {
    String expected = String.format(Locale.ROOT, "<\\u%04x>", (int) c);

    assertEquals(expected, Printable.of("<" + c + ">"));
  }

  @Test
  void shows_unpaired_surrogates_and_keeps_pairs() {
    assertEquals("\\ud83d", Printable.of("\ud83d"));
    assertEquals("\\udd11", Printable.of("\udd11"));
    assertEquals("\\udd11\\ud83d", Printable.of("\udd11\ud83d"));
    assertEquals("\\ud83d🔑\\udd11", Printable.of("\ud83d🔑\udd11"));
  }

  @Test
  void shows_all_but_ascii_for_a_terminal_without_utf_8() {
    assertEquals("Zo\\u00eb \\ud83d\\udd11\\x1b", Printable.ascii("Zoë 🔑\u001b"));
    assertEquals("alice~", Printable.ascii("alice~"));
  }
}
