package com.ivendnext.ivn.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnsTest {
  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "alice, 5",
    "Zoë, 3",
    "Ελένη, 5",
    "日本語, 6",
    "한국, 4",
    "ｗｉｄｅ, 8",
    "ﾊﾝｶｸ, 4",
    "🔑, 2",
    "a🔑b, 4",
    "🇩🇪, 2",
    "✓, 1",
    "…, 1"
  })
  void counts_east_asian_characters_and_emoji_twice(String text, int width) {
    assertEquals(width, Columns.width(text));
  }

  @Test
  void counts_marks_that_combine_as_nothing() {
    assertEquals(3, Columns.width("Zoe\u0308"));
    assertEquals(2, Columns.width("か\u3099"));
    assertEquals(2, Columns.width("\u1112\u1161\u11ab"));
    assertEquals(2, Columns.width("a\u200bb\u200d\ufeff"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x1100, 0x115f, 0x231a, 0x4e00, 0xac00, 0xff60, 0x1f300, 0x20000, 0x3fffd})
  void finds_both_ends_of_the_wide_ranges(int codePoint) {
    assertEquals(2, Columns.width(Character.toString(codePoint)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x10ff, 0x2319, 0x231c, 0xff61, 0x1f1e6, 0x1f321, 0x3fffe})
  void finds_nothing_wide_beside_them(int codePoint) {
    assertEquals(1, Columns.width(Character.toString(codePoint)));
  }

  @Test
  void pads_by_columns_and_not_by_characters() {
    assertEquals("日本  |", Columns.pad("日本", 6) + "|");
    assertEquals("Zoe\u0308  |", Columns.pad("Zoe\u0308", 5) + "|");
  }

  @Test
  void leaves_a_text_that_fills_the_column_as_it_is() {
    assertSame("alice", Columns.pad("alice", 5));
    assertSame("alice", Columns.pad("alice", 3));
    assertSame("alice", Columns.cut("alice", 5));
  }

  @Test
  void cuts_with_an_ellipsis_inside_the_width() {
    assertEquals("ali…", Columns.cut("alice", 4));
    assertEquals("…", Columns.cut("alice", 1));
    assertEquals("", Columns.cut("alice", 0));
  }

  @Test
  void cuts_no_character_in_halves() {
    assertEquals("日…", Columns.cut("日本語", 4));
    assertEquals("🔑…", Columns.cut("🔑🔑", 3));
    assertEquals("Zoe\u0308…", Columns.cut("Zoe\u0308lle", 4));
  }

  @Test
  void cuts_with_another_mark_for_terminals_without_utf_8() {
    assertEquals("ali~", Columns.cut("alice", 4, "~"));
  }
}
