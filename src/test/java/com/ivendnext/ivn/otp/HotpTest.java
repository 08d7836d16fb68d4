package com.ivendnext.ivn.otp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@UnderEveryLocale
class HotpTest {

  private static final SharedSecret SECRET =
      SharedSecret.ofBytes("12345678901234567890".getBytes());
  private static final Hotp HOTP = new Hotp(HashAlgorithm.SHA1, 6);

  /** RFC 4226 appendix D: the truncated number in decimal, whose last digits are the code. */
  @ParameterizedTest
  @CsvSource({
    "0, 1284755224",
    "1, 1094287082",
    "2, 0137359152",
    "3, 1726969429",
    "4, 1640338314",
    "5, 0868254676",
    "6, 1918287922",
    "7, 0082162583",
    "8, 0673399871",
    "9, 0645520489"
  })
  void agrees_with_rfc_4226(long counter, String decimal) {
    assertEquals(decimal.substring(4), HOTP.code(SECRET, counter));
    assertEquals(decimal.substring(3), new Hotp(HashAlgorithm.SHA1, 7).code(SECRET, counter));
    assertEquals(decimal.substring(2), new Hotp(HashAlgorithm.SHA1, 8).code(SECRET, counter));
  }

  /** Computed with oathtool 2.6.7: {@code oathtool --hotp -d 8 -c COUNTER 3132…3930}. */
  @ParameterizedTest
  @CsvSource({
    "4294967295, 57117190",
    "4294967296, 55999456",
    "4294967297, 39108930",
    "9876543210123, 18352055",
    "9223372036854775807, 50181742"
  })
  void counts_beyond_32_bits(long counter, String code) {
    assertEquals(code, new Hotp(HashAlgorithm.SHA1, 8).code(SECRET, counter));
  }

  /** What Frappe sends by mail or SMS; the counter is the number that its TOTP code spells. */
  @ParameterizedTest
  @CsvSource({
    "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ, 287082, 388931",
    "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ, 81804, 397875",
    "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ, 5924, 671085",
    "JBSWY3DPEHPK3PXP, 996554, 039754",
    "JBSWY3DPEHPK3PXP, 71271, 306453",
    "JBSWY3DPEHPK3PXP, 324550, 563600",
    "JBSWY3DPEHPK3PXP, 70624, 311868"
  })
  void agrees_with_frappe(String base32, long counter, String code) {
    assertEquals(code, HOTP.code(SharedSecret.ofBase32(base32), counter));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE})
  void refuses_a_negative_counter(long counter) {
    assertEquals("counter must not be negative", Refused.words(() -> HOTP.code(SECRET, counter)));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 5, 9, 10})
  void refuses_other_than_6_to_8_digits(int digits) {
    assertEquals(
        "a code has 6 to 8 digits, not " + digits,
        Refused.words(() -> new Hotp(HashAlgorithm.SHA1, digits)));
  }

  @Test
  void generator_makes_the_same_codes_in_any_order() {
    Hotp.Generator generator = HOTP.generator(SECRET);
    for (long counter = 50; counter >= 0; counter--) {
      assertEquals(HOTP.code(SECRET, counter), generator.code(counter));
    }
  }

  @Test
  void generator_matches_the_right_code() {
    assertTrue(HOTP.generator(SECRET).matches("755224", 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "755225",
        "287082",
        "",
        "75522",
        "7552240",
        "0755224",
        " 755224",
        "+755224",
        "\uff17\uff15\uff15\uff12\uff12\uff14",
        "\u0967\u096b\u096b\u0968\u0968\u096a"
      })
  void generator_matches_no_other(String code) {
    assertFalse(HOTP.generator(SECRET).matches(code, 0));
  }
}
