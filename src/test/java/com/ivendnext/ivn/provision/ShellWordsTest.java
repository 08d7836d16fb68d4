package com.ivendnext.ivn.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.ivendnext.ivn.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordsTest {

  static List<Arguments> lines() {
    return List.of(
        Arguments.of("", List.of()),
        Arguments.of("  \t ", List.of()),
        Arguments.of("# all of it", List.of()),
        Arguments.of("a  b\tc ", List.of("a", "b", "c")),
        Arguments.of("a # b", List.of("a")),
        Arguments.of("a#b '#c' \\#d", List.of("a#b", "#c", "#d")),
        Arguments.of("'a b' \"c d\" e\\ f", List.of("a b", "c d", "e f")),
        Arguments.of("'' \"\" x", List.of("", "", "x")),
        Arguments.of("a'b'\"c\"d", List.of("abcd")),
        Arguments.of("'a\\'b", List.of("a\\b")),
        Arguments.of("\"a\\\"b\\\\c\\$d\\`e\"", List.of("a\"b\\c$d`e")),
        Arguments.of("\"a\\nb\"", List.of("a\\nb")),
        Arguments.of("$HOME ~ * $(id) `id`", List.of("$HOME", "~", "*", "$(id)", "`id`")),
        Arguments.of("M\u00fcller \ud83d\ude00", List.of("M\u00fcller", "\ud83d\ude00")));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void splits_as_a_shell_and_expands_nothing(String line, List<String> words) {
    assertEquals(words, ShellWords.of(line));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'a", "a 'b c", "\"", "\"a\\\"", "\"a\\"})
  void refuses_a_quote_that_is_not_closed(String line) {
    Failure failure = assertThrows(Failure.class, () -> ShellWords.of(line));
    assertEquals(Failure.Kind.USAGE, failure.kind());
    assertEquals("quote is not closed", failure.getMessage().replaceFirst("a \\w+ ", ""));
  }

  @Test
  void refuses_a_line_that_goes_on_behind_its_end() {
    Failure failure = assertThrows(Failure.class, () -> ShellWords.of("user add \\"));
    assertEquals(
        "the line ends with a backslash, and a command stands on one line", failure.getMessage());
  }

  @Test
  void takes_back_whatever_was_quoted() {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      List<String> words = new ArrayList<>();
      StringBuilder line = new StringBuilder();
      for (int j = random.nextInt(4); j >= 0; j--) {
        String word = word(random);
        words.add(word);
        line.append("'").append(word.replace("'", "'\\''")).append("' ");
      }
      assertEquals(words, ShellWords.of(line.toString()));
    }
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      word.append("ab'\"\\ #$\t\u00e9".charAt(random.nextInt(10)));
    }
    return word.toString();
  }
}
