package com.ivendnext.ivn.twofactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryCodeTest {
  private static final String GROUPED = "0123-4567-89ab-cdef-ghjk-mnpq";
  private static final String PLAIN = "0123456789abcdefghjkmnpq";

  private static Optional<String> read(String typed) {
    return RecoveryCode.read(typed).map(RecoveryCode::characters);
  }

  @Test
  void a_new_one_has_24_characters_that_nobody_mixes_up() {
    SecureRandom random = new SecureRandom();
    for (int i = 0; i < 200; i++) {
      String characters = RecoveryCode.generate(random).characters();
      assertTrue(characters.matches("[0-9a-hjkmnp-tv-z]{24}"), characters);
    }
  }

  @Test
  void every_character_comes_up_at_every_place() {
    SecureRandom random = new SecureRandom();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      String characters = RecoveryCode.generate(random).characters();
      for (int place = 0; place < characters.length(); place++) {
        seen.add(place + ":" + characters.charAt(place));
      }
    }
    assertEquals(24 * 32, seen.size());
  }

  @Test
  void is_shown_in_groups_of_four() {
    assertEquals(GROUPED, RecoveryCode.read(PLAIN).orElseThrow().grouped());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        GROUPED,
        PLAIN,
        "0123 4567 89ab cdef ghjk mnpq",
        "  0123-4567 - 89AB-CDEF-GHJK-MNPQ\n",
        "0123456789ABCDEFGHJKMNPQ",
        "012345678-9abcdefghjkmnpq-"
      })
  void is_read_in_either_case_with_any_spaces_and_dashes(String typed) {
    assertEquals(Optional.of(PLAIN), read(typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"o1l1-o1i1", "OlLI-0iIL", "0111-0111"})
  void takes_i_l_and_o_for_the_digits_they_look_like(String typed) {
    assertEquals(Optional.of("0111" + "0111" + "z".repeat(16)), read(typed + "z".repeat(16)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0123-4567-89ab-cdef-ghjk-mnp",
        "0123-4567-89ab-cdef-ghjk-mnpq-r",
        "0123-4567-89ab-cdef-ghjk-mnpu",
        "0123_4567_89ab_cdef_ghjk_mnpq",
        "0123-4567-89ab-cdef-ghjk-mnpé",
        "０123-4567-89ab-cdef-ghjk-mnpq",
        "123456"
      })
  void anything_else_is_none(String typed) {
    assertEquals(Optional.empty(), read(typed));
  }

  @Test
  void nothing_and_what_is_far_too_long_is_none() {
    assertEquals(Optional.empty(), read(null));
    assertEquals(Optional.empty(), read(PLAIN + " ".repeat(1_000)));
  }

  @Test
  void is_read_the_same_in_turkish() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      assertEquals(Optional.of("1".repeat(24)), read("I".repeat(24)));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void is_never_in_its_text_form() {
    assertFalse(RecoveryCode.read(PLAIN).orElseThrow().toString().contains("0123"));
  }
}
