package com.ivendnext.ivn.otp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@UnderEveryLocale
class KeyUriRefusalTest {

  private static final String SECRET = "JBSWY3DPEHPK3PXP";
  private static final String TOTP = "otpauth://totp/Acme:ann?secret=" + SECRET;
  private static final String HOTP = "otpauth://hotp/Acme:ann?secret=" + SECRET;

  @ParameterizedTest
  @ValueSource(strings = {"secret", "issuer", "algorithm", "digits", "period", "counter"})
  void refuses_a_known_parameter_twice(String name) {
    assertEquals(
        "otpauth URI has more than one " + name,
        Refused.words(() -> KeyUri.parse("otpauth://totp/a?" + name + "=1&x=2&" + name + "=1")));
  }

  @Test
  void refuses_a_second_secret_in_disguise() {
    assertEquals(
        "otpauth URI has more than one secret",
        Refused.words(() -> KeyUri.parse(TOTP + "&%53ecret=" + SECRET)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ann",
        "https://totp/a?secret=X",
        "otpauth:totp/a?secret=X",
        "otpauth:/totp/a",
        "otpauth-migration://offline?data=X",
        "otpauth\u017f://totp/a?secret=X"
      })
  void refuses_what_is_no_otpauth_uri(String uri) {
    assertEquals(
        "not an otpauth URI; it starts with otpauth://totp/ or otpauth://hotp/",
        Refused.words(() -> KeyUri.parse(uri)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "steam", "totp ", "yaotp", "t%6Ftp", "totp:80", "me@totp"})
  void refuses_other_types(String type) {
    assertEquals(
        "otpauth URI is neither of type totp nor hotp",
        Refused.words(() -> KeyUri.parse("otpauth://" + type + "/ann?secret=" + SECRET)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?", "?issuer=Acme", "?secrets=" + SECRET, "#secret=" + SECRET})
  void refuses_a_missing_secret(String query) {
    assertEquals(
        "otpauth URI has no secret",
        Refused.words(() -> KeyUri.parse("otpauth://totp/Acme:ann" + query)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          JBSWY3DP1HPK3PXP  | base32 text has only the letters A to Z and the digits 2 to 7
          JBSWY3DP+HPK3PXP  | base32 text has only the letters A to Z and the digits 2 to 7
          %D9%A3BSWY3DPEHPK | base32 text has only the letters A to Z and the digits 2 to 7
          JBSWY3DPEHPK3PXPA | base32 text has an impossible length; \
          a character is missing or one too many: compare it with its source
          JBSWY3DP          | shared secret has only 40 bits, the least is 80
          ''                | shared secret has only 0 bits, the least is 80
          """)
  void refuses_a_bad_secret(String secret, String words) {
    assertEquals(words, Refused.words(() -> KeyUri.parse("otpauth://totp/ann?secret=" + secret)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MD5", "SHA", "SHA224", ""})
  void refuses_an_unknown_algorithm(String name) {
    assertEquals(
        "unknown hash algorithm; use SHA1, SHA256 or SHA512",
        Refused.words(() -> KeyUri.parse(TOTP + "&algorithm=" + name)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"5", "9", "10", "0", "-6", "+6", "6.0", "", "six", "\u0666", "4294967302"})
  void refuses_other_than_6_to_8_digits(String digits) {
    assertEquals(
        "otpauth URI must have digits from 6 to 8",
        Refused.words(() -> KeyUri.parse(TOTP + "&digits=" + digits)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "86401", "-30", "30s", "", "\u0663\u0660", "4294967326"})
  void refuses_a_bad_period(String period) {
    assertEquals(
        "otpauth URI must have period from 1 to 86400",
        Refused.words(() -> KeyUri.parse(TOTP + "&period=" + period)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "", "1.5", "next", "9223372036854775808", "18446744073709551616"})
  void refuses_a_bad_counter(String counter) {
    assertEquals(
        "otpauth URI must have counter from 0 to 9223372036854775807",
        Refused.words(() -> KeyUri.parse(HOTP + "&counter=" + counter)));
  }

  @Test
  void refuses_a_missing_counter() {
    assertEquals(
        "otpauth URI of type hotp has no counter", Refused.words(() -> KeyUri.parse(HOTP)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "%4", "%4g", "%zz", "%+1", "%ff", "%C3", "%C3%28", "%\uff14\uff11"})
  void refuses_a_broken_percent_encoding(String broken) {
    String words = "otpauth URI has a broken percent-encoding";
    assertEquals(words, Refused.words(() -> KeyUri.parse(TOTP + "&issuer=" + broken)));
    assertEquals(
        words, Refused.words(() -> KeyUri.parse("otpauth://totp/" + broken + "?secret=" + SECRET)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:b:c", "a:b%3Ac", "a%3Ab%3ac"})
  void refuses_an_account_with_a_colon(String label) {
    assertEquals(
        "account must not have a colon",
        Refused.words(() -> KeyUri.parse("otpauth://totp/" + label + "?secret=" + SECRET)));
  }

  @Test
  void refuses_more_than_4096_characters() {
    String longest = TOTP + "&x=" + "y".repeat(4096 - TOTP.length() - 3);
    assertEquals("ann", KeyUri.parse(longest).account());
    assertEquals(
        "otpauth URI is longer than 4096 characters",
        Refused.words(() -> KeyUri.parse(longest + "y")));
  }
}
