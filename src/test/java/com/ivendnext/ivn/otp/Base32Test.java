package com.ivendnext.ivn.otp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@UnderEveryLocale
class Base32Test {

  /** RFC 4648 section 10. */
  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "f, MY======",
    "fo, MZXQ====",
    "foo, MZXW6===",
    "foob, MZXW6YQ=",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI======"
  })
  void agrees_with_rfc_4648(String plain, String padded) {
    byte[] bytes = plain.getBytes(StandardCharsets.US_ASCII);
    assertEquals(padded.replace("=", ""), Base32.encode(bytes));
    assertArrayEquals(bytes, Base32.decode(padded));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MZXW6YTBOI",
        "mzxw6ytboi",
        "mZxW6yTbOi",
        "MZXW 6YTB OI",
        "mzxw-6ytb-oi",
        " MZXW6YTBOI ",
        "MZXW6YTBOI=",
        "MZXW6YTBOI ====== ",
        "MZXW6YTBOI========"
      })
  void reads_what_people_and_programs_write(String text) {
    assertEquals("foobar", new String(Base32.decode(text), StandardCharsets.US_ASCII));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MZXW0YTB",
        "MZXW1YTB",
        "MZXW8YTB",
        "MZXW9YTB",
        "MZXW6YT!",
        "MZ=XW6YTB",
        "=MZXW6YTB",
        "MZXW_YTB",
        "MZXW\tYTB",
        "MZXW\nYTB",
        "MZXW\u00a0YTB",
        "MZXW/YTB",
        "MZXW[YTB",
        "MZXW@YTB",
        "MZXW`YTB",
        "MZXW{YTB",
        "MZXW\u0131YTB",
        "MZXW\u0130YTB",
        "MZXW\u017fYTB",
        "MZXW\u212aYTB",
        "MZXW\uff21YTB",
        "MZXW\u0662YTB",
        "MZXW\u096cYTB"
      })
  void refuses_other_characters(String text) {
    assertEquals(
        "base32 text has only the letters A to Z and the digits 2 to 7",
        Refused.words(() -> Base32.decode(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "AAA", "AAAAAA", "AAAAAAAAA", "AAAAAAAAAAA", "AAAAAAAAAAAAAA"})
  void refuses_lengths_that_no_bytes_encode_to(String text) {
    assertEquals(
        "base32 text has an impossible length;"
            + " a character is missing or one too many: compare it with its source",
        Refused.words(() -> Base32.decode(text)));
  }

  @Test
  void tolerates_trailing_bits_that_are_not_zero() {
    assertArrayEquals(Base32.decode("MY"), Base32.decode("MZ"));
  }

  @Test
  void round_trips_any_bytes() {
    Random random = new Random(4648);
    for (int size = 0; size < 200; size++) {
      byte[] bytes = new byte[size];
      random.nextBytes(bytes);
      String text = Base32.encode(bytes);
      assertArrayEquals(bytes, Base32.decode(text));
      assertArrayEquals(bytes, Base32.decode(text.toLowerCase(Locale.ROOT)));
    }
  }
}
