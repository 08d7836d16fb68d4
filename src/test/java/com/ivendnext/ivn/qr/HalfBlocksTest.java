package com.ivendnext.ivn.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HalfBlocksTest {
  private static final QrMatrix QR = QrMatrix.of(Samples.uri(4));

  static List<Look> looks() {
    List<Look> looks = new ArrayList<>();
    for (int bits = 0; bits < 8; bits++) {
      looks.add(new Look((bits & 4) > 0, (bits & 2) > 0, (bits & 1) > 0));
    }
    return looks;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
  void scans_on_a_dark_terminal_without_colour(int version) {
    assertEquals(Samples.uri(version), scanned(version, new Look(false, true, false), true));
    assertEquals(Samples.uri(version), scanned(version, new Look(false, false, false), true));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
  void scans_on_a_light_terminal_when_inverted_without_colour(int version) {
    assertEquals(Samples.uri(version), scanned(version, new Look(false, true, true), false));
    assertEquals(Samples.uri(version), scanned(version, new Look(false, false, true), false));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
  void scans_on_any_terminal_in_colour(int version) {
    Look blocks = new Look(true, true, false);
    Look blanks = new Look(true, false, false);

    assertEquals(Samples.uri(version), scanned(version, blocks, true));
    assertEquals(Samples.uri(version), scanned(version, blocks, false));
    assertEquals(Samples.uri(version), scanned(version, blanks, true));
    assertEquals(Samples.uri(version), scanned(version, blanks, false));
  }

  @Test
  void shows_the_negative_when_inverted_in_colour() {
    for (boolean unicode : new boolean[] {true, false}) {
      List<String> lines = HalfBlocks.lines(QR, new Look(true, unicode, true));

      assertEquals(Samples.uri(4), Picture.ofTerminal(lines, true).negative().scanned());
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void is_as_wide_as_it_says_on_every_line(Look look) {
    for (String line : HalfBlocks.lines(QR, look)) {
      assertEquals(HalfBlocks.width(QR, look), FakeScreen.columns(line));
    }
  }

  @Test
  void takes_half_a_line_and_one_column_per_module_with_half_blocks() {
    Look look = new Look(false, true, false);

    assertEquals(33 + 8, HalfBlocks.width(QR, look));
    assertEquals((33 + 8 + 1) / 2, HalfBlocks.lines(QR, look).size());
  }

  @Test
  void takes_a_line_and_two_columns_per_module_in_ascii() {
    Look look = new Look(false, false, false);

    assertEquals(2 * (33 + 8), HalfBlocks.width(QR, look));
    assertEquals(33 + 8, HalfBlocks.lines(QR, look).size());
  }

  @Test
  void keeps_four_light_modules_on_every_side() {
    List<String> lines = HalfBlocks.lines(QR, new Look(false, false, true));

    for (int i = 0; i < 4; i++) {
      assertTrue(lines.get(i).isBlank() && lines.get(lines.size() - 1 - i).isBlank());
    }
    for (String line : lines) {
      assertTrue(line.startsWith(" ".repeat(8)) && line.endsWith(" ".repeat(8)));
    }
    assertEquals("##".repeat(7), lines.get(4).substring(8, 22));
  }

  @Test
  void draws_light_modules_as_full_blocks_without_colour() {
    List<String> lines = HalfBlocks.lines(QR, new Look(false, true, false));

    assertEquals("█".repeat(41), lines.get(0));
    assertTrue(lines.get(2).startsWith("████ ▄▄▄▄▄ █"));
  }

  @Test
  void paints_full_cells_as_background_since_fonts_leave_gaps_between_full_blocks() {
    String drawn = String.join("", HalfBlocks.lines(QR, new Look(true, true, false)));

    assertEquals("▄", drawn.replaceAll("\u001b\\[[0-9;]*m| ", "").replaceAll("▄+", "▄"));
  }

  @Test
  void writes_only_ascii_where_unicode_is_off() {
    for (boolean color : new boolean[] {true, false}) {
      for (String line : HalfBlocks.lines(QR, new Look(color, false, false))) {
        assertTrue(line.chars().allMatch(c -> c < 0x80));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void resets_the_colours_at_the_end_of_each_line_and_sets_none_without_colour(Look look) {
    for (String line : HalfBlocks.lines(QR, look)) {
      assertEquals(look.color(), line.endsWith("\u001b[0m"));
      assertFalse(!look.color() && line.indexOf('\u001b') >= 0);
    }
  }

  private static String scanned(int version, Look look, boolean darkTerminal) {
    List<String> lines = HalfBlocks.lines(QrMatrix.of(Samples.uri(version)), look);
    return Picture.ofTerminal(lines, darkTerminal).scanned();
  }
}
