package com.ivendnext.ivn.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ivendnext.ivn.twofactor.Letter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {
  private static String shown(String secret, String answer) {
    return new Redaction().value(secret).firstLine(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "s3cr+t/ä,'bad key s3cr+t/ä',bad key ***",
    "s3cr+t/ä,'bad key s3cr%2Bt%2F%C3%A4',bad key ***",
    "s3cr+t/ä,'bad key s3cr%2bt%2f%c3%a4',bad key ***",
    "a\"b\\c,'{\"key\":\"a\\\"b\\\\c\"}','{\"key\":\"***\"}'",
    "a<b&c,'<p>a&lt;b&amp;c</p>',<p>***</p>",
    "Bearer abcd1234,no abcd1234 here,no *** here"
  })
  void hides_a_secret_in_every_form(String secret, String answer, String shown) {
    assertEquals(shown, shown(secret, answer));
  }

  @Test
  void hides_a_short_value_only_where_it_stands_alone() {
    assertEquals("HTTP/1.1 says *** of 100", shown("10", "HTTP/1.1 says 10 of 100"));
  }

  @Test
  void leaves_no_rest_of_a_longer_secret() {
    Redaction redaction = new Redaction().value("abcd").value("abcdefgh");
    assertEquals("***!", redaction.firstLine("abcdefgh!"));
  }

  @Test
  void hides_what_may_be_a_key_in_the_text() {
    Letter letter = new Letter("a@b.c", "s", "Open https://x.example/qrcode?k=f00-Ba_r soon");
    assertEquals("blocked: k=***", new Redaction().letter(letter).firstLine("blocked: k=f00-Ba_r"));
  }

  @Test
  void keeps_the_words_of_the_text_readable() {
    Letter letter = new Letter("a@b.c", "s", "The recipient is known");
    assertEquals(
        "recipient is unknown", new Redaction().letter(letter).firstLine("recipient is unknown"));
  }

  @Test
  void passes_over_lines_that_say_nothing() {
    assertEquals("\"error\": \"no\"", new Redaction().firstLine("\n{\n  \"error\": \"no\"\n}"));
  }

  @Test
  void has_nothing_to_show_of_an_empty_answer() {
    assertEquals("", new Redaction().firstLine(" \r\n\t\n"));
  }

  @Test
  void shows_at_most_200_characters() {
    String shown = new Redaction().firstLine("x".repeat(198) + "😀😀");
    assertEquals("x".repeat(198) + "…", shown);
    assertEquals("y".repeat(200), new Redaction().firstLine("y".repeat(200)));
  }

  @Test
  void shows_no_character_that_steers_a_terminal_or_turns_text_around() {
    assertEquals("a?b?c?d?e", Redaction.harmless("a\u001bb\u202ec\u2028d\ud800e"));
  }
}
