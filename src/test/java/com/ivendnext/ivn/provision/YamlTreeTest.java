package com.ivendnext.ivn.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Failure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTreeTest {

  private static Object parse(String text) {
    return YamlTree.parse(text, "site.yaml");
  }

  private static String problem(String text) {
    Failure failure = assertThrows(Failure.class, () -> parse(text));
    assertEquals(Failure.Kind.DATA, failure.kind());
    return failure.getMessage();
  }

  @Test
  void reads_values_by_the_rules_of_yaml_1_2() {
    assertEquals(
        Arrays.asList("a", 1L, -2L, true, false, null, null, "yes", "no", "1:30", "2026-12-01"),
        parse("[a, 1, -2, true, false, null, ~, yes, no, 1:30, 2026-12-01]"));
    assertEquals(List.of(new BigDecimal("1.5"), "1", "true"), parse("[1.5, '1', \"true\"]"));
  }

  @Test
  void reads_json() {
    String json = "{\n\t\"a\": [1, \"\\u00fc\\n\"],\r\n\t\"b\": {\"c\": null}\n}";
    Map<String, Object> inner = new LinkedHashMap<>();
    inner.put("c", null);
    assertEquals(Map.of("a", List.of(1L, "\u00fc\n"), "b", inner), parse(json));
  }

  @Test
  void takes_keys_as_they_are_written() {
    assertEquals(Map.of("1", 2L, "true", "x", "null", "y"), parse("{1: 2, true: x, null: y}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: &x 1 | line 1, column 4: an anchor is not taken here: nothing can refer to it",
        "[1, *x] | line 1, column 5: an alias is not taken here: write the value out",
        "a: !!int 1 | line 1, column 4: a tag is not taken here",
        "a: !java/lang.Runtime {} | line 1, column 4: a tag is not taken here",
        "{a: 1, a: 2} | line 1, column 8: the key a stands here twice",
        "? [a] : b | line 1, column 3: a key is a text",
        "a: b: c | line 1, column 5: mapping values are not allowed here"
      })
  void says_where_something_is_that_it_does_not_take(String text, String problem) {
    assertEquals("cannot read site.yaml, " + problem, problem(text));
  }

  @Test
  void reads_one_document() {
    assertEquals(
        "cannot read site.yaml, line 3, column 1: a second document begins here; one is read",
        problem("a: 1\nb: 2\n---\nc: 3\n"));
  }

  @Test
  void refuses_what_is_nested_too_deep() {
    assertTrue(problem("[".repeat(1000)).contains("nested deeper than 16 levels"));
    assertTrue(problem("- ".repeat(1000) + "a").contains("nested deeper than 16 levels"));
  }

  @Test
  void refuses_what_is_too_long() {
    assertEquals(
        "cannot read site.yaml: it is longer than 16 MiB",
        problem("#\n".repeat(YamlTree.LENGTH_LIMIT / 2 + 1)));
    assertEquals(
        "cannot read site.yaml: a word in it is longer than 64 KiB",
        problem("a: " + "x".repeat(1 << 20)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[", "{", "a: [1, 2", "\"", "'a", "\u0000", "%YAML 3.0\n---\na", "a: |\n\tb"})
  void refuses_what_is_no_yaml(String text) {
    assertTrue(problem(text).startsWith("cannot read site.yaml"), problem(text));
  }

  @Test
  void finds_the_place_of_a_value_again() {
    String text = "users:\n  a/b~c:\n    roles: [x,\n      y]\n";
    assertEquals(
        "f, line 4, column 7 (/users/a~1b~0c/roles/1)",
        YamlTree.place(text, "f", "/users/a~1b~0c/roles/1"));
    assertEquals(
        "f, line 2, column 3 (/users/a~1b~0c)", YamlTree.place(text, "f", "/users/a~1b~0c"));
  }

  @Test
  void fails_in_words_whatever_it_is_given() {
    Random random = new Random(11);
    String alphabet = "abc:{}[],&*!|>-?%@`'\"#\\ \n\t\u00e9\u2028\u0007";
    for (int i = 0; i < 5000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(40); j > 0; j--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        parse(text.toString());
      } catch (Failure inWords) {
        assertEquals(Failure.Kind.DATA, inWords.kind());
      }
    }
  }

  @Test
  void reads_back_what_is_written() {
    Random random = new Random(5);
    for (int i = 0; i < 2000; i++) {
      Map<String, Object> document = new LinkedHashMap<>();
      for (int j = random.nextInt(4); j >= 0; j--) {
        document.put(text(random), value(random, 3));
      }
      assertEquals(document, parse(YamlText.of(document)), YamlText.of(document));
    }
  }

  private static Object value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 4)) {
      case 0 -> random.nextBoolean();
      case 1 -> (long) random.nextInt();
      case 2 -> null;
      case 3, 4 -> text(random);
      case 5 -> {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          list.add(value(random, depth - 1));
        }
        yield list;
      }
      default -> {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          map.put(text(random), value(random, depth - 1));
        }
        yield map;
      }
    };
  }

  private static String text(Random random) {
    List<String> pieces =
        List.of(
            "a",
            "B",
            " ",
            ":",
            "#",
            "-",
            "\n",
            "\t",
            "'",
            "\"",
            "\\",
            "{",
            "[",
            "@",
            "&",
            "*",
            "true",
            "null",
            "~",
            "1",
            "0x1F",
            ".5",
            "=",
            "<<",
            "\u00e9",
            "\ud83d\ude00",
            "\u202e",
            "\u2028",
            "\u0007",
            "\u0085",
            "%",
            "!",
            "|",
            "?",
            ",");
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      text.append(pieces.get(random.nextInt(pieces.size())));
    }
    return text.toString();
  }

  @Test
  void writes_nothing_that_steers_a_terminal() {
    String text = YamlText.of(Map.of("a", "x\u001b[2J\u202ey\u0085z"));
    assertEquals("a: \"x\\e[2J\\u202ey\\Nz\"\n", text);
  }
}
