package com.ivendnext.ivn.otp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@UnderEveryLocale
class KeyUriParserTest {

  private static final String SECRET = "JBSWY3DPEHPK3PXP";
  private static final String TOTP = "otpauth://totp/Acme:ann?secret=" + SECRET;
  private static final String HOTP = "otpauth://hotp/Acme:ann?secret=" + SECRET;

  @Test
  void assumes_the_usual_where_nothing_is_said() {
    KeyUri uri = KeyUri.parse("otpauth://totp/ann?secret=" + SECRET);
    assertEquals(KeyUri.Type.TOTP, uri.type());
    assertEquals("", uri.issuer());
    assertEquals("ann", uri.account());
    assertEquals(SharedSecret.ofBase32(SECRET), uri.secret());
    assertEquals(HashAlgorithm.SHA1, uri.algorithm());
    assertEquals(6, uri.digits());
    assertEquals(30, uri.period());
    assertEquals(0, uri.counter());
    assertFalse(uri.issuerMismatch());
  }

  @Test
  void reads_every_parameter_in_any_case() {
    KeyUri uri =
        KeyUri.parse(
            " OTPAUTH://TOTP/I:a?DIGITS=8&ISSUER=I&Period=60&algorithm=sha-256&SECRET=jbsw-y3dp"
                + "%20ehpk3pxp%3D%3D\n");
    assertEquals(
        "otpauth://totp/I:a?secret=JBSWY3DPEHPK3PXP&issuer=I&algorithm=SHA256&digits=8&period=60",
        uri.uri());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 42, 4_294_967_296L, Long.MAX_VALUE})
  void reads_a_counter(long counter) {
    KeyUri uri = KeyUri.parse(HOTP + "&counter=" + counter);
    assertEquals(KeyUri.Type.HOTP, uri.type());
    assertEquals(counter, uri.counter());
    assertEquals(0, uri.period());
  }

  @ParameterizedTest
  @CsvSource({
    "ann, '', ann",
    "ann%40example.com, '', ann@example.com",
    "Acme:ann, Acme, ann",
    "Acme:%20%20ann, Acme, ann",
    "Acme%3Aann, Acme, ann",
    "Acme%3a%20ann, Acme, ann",
    "Big%20Co%3A%20ann, Big Co, ann",
    "Acme%20%26%20Co%3A%20%C3%BC:a%2Bb%40ex.com, Acme & Co: ü, a+b@ex.com",
    "My Bank:Jo Doe, My Bank, Jo Doe",
    "Bücher:ann, Bücher, ann",
    "A/B:c/d, A/B, c/d",
    "A+B:c+d, A+B, c+d",
    ":ann, '', ann",
    "Acme:, Acme, ''",
    "'', '', ''"
  })
  void splits_the_label_before_decoding_it(String label, String issuer, String account) {
    KeyUri uri = KeyUri.parse("otpauth://totp/" + label + "?secret=" + SECRET);
    assertEquals(issuer, uri.issuer());
    assertEquals(account, uri.account());
  }

  @Test
  void reads_a_uri_without_a_label() {
    assertEquals("", KeyUri.parse("otpauth://totp?secret=" + SECRET).account());
  }

  @Test
  void a_plus_is_a_plus() {
    assertEquals("A+B c", KeyUri.parse(TOTP + "&issuer=A+B%20c").issuer());
  }

  @ParameterizedTest
  @CsvSource({
    "&issuer=Acme, Acme, false",
    "&issuer=Other, Other, true",
    "&issuer=acme, acme, true",
    "&issuer=, Acme, false",
    "'', Acme, false"
  })
  void the_issuer_parameter_wins_over_the_label(String rest, String issuer, boolean mismatch) {
    KeyUri uri = KeyUri.parse(TOTP + rest);
    assertEquals(issuer, uri.issuer());
    assertEquals(mismatch, uri.issuerMismatch());
  }

  @Test
  void an_issuer_only_in_the_parameter_is_no_mismatch() {
    KeyUri uri = KeyUri.parse("otpauth://totp/ann?secret=" + SECRET + "&issuer=Acme");
    assertEquals("Acme", uri.issuer());
    assertFalse(uri.issuerMismatch());
  }

  @Test
  void ignores_what_it_does_not_know() {
    KeyUri uri = KeyUri.parse(TOTP + "&&image=100%&image=2&lock&counter=-1&issuer=Acme&");
    assertEquals(KeyUri.parse(TOTP).uri(), uri.uri());
    assertEquals(5, KeyUri.parse(HOTP + "&counter=5&period=soon").counter());
  }

  /** What no app could read back is not written, though it was read. */
  @ParameterizedTest
  @CsvSource({
    "Acme%20Co%3A%20x:ann, issuer must not have a colon",
    "Acme:, account must not be empty"
  })
  void is_strict_in_writing_what_it_read(String label, String words) {
    KeyUri uri = KeyUri.parse("otpauth://totp/" + label + "?secret=" + SECRET);
    assertEquals(words, Refused.words(uri::uri));
    assertTrue(uri.toString().startsWith("KeyUri[TOTP, "));
  }

  @Test
  void shows_everything_but_the_secret() {
    assertFalse(KeyUri.parse(TOTP).toString().contains(SECRET.substring(0, 4)));
  }
}
