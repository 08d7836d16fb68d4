package com.ivendnext.ivn.otp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@UnderEveryLocale
class KeyUriTest {

  private static final SharedSecret SECRET = SharedSecret.ofBase32("JBSWY3DPEHPK3PXP");
  private static final Totp USUAL = new Totp(HashAlgorithm.SHA1, 6, 30);
  private static final Label LABEL = new Label("Acme", "ann");

  /** The first two as Frappe shows them (less a colon), the others as pyotp 2.6 writes them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          Frappe Framework | Frappe%20Framework | test@example.com | test%40example.com
          Acme & Co ü | Acme%20%26%20Co%20%C3%BC | a+b@ex.com | a%2Bb%40ex.com
          "Söhne" 100%+ | %22S%C3%B6hne%22%20100%25%2B | o'b@ex.com | o%27b%40ex.com
          🔑~!*'() | %F0%9F%94%91~%21%2A%27%28%29 | a.b_c-d | a.b_c-d
          ISSUER digits ıİ | ISSUER%20digits%20%C4%B1%C4%B0 | i;#?= | i%3B%23%3F%3D
          """)
  void encodes_as_pyotp_does(String issuer, String issuerOut, String account, String accountOut) {
    assertEquals(
        "otpauth://totp/%s:%s?secret=JBSWY3DPEHPK3PXP&issuer=%s"
            .formatted(issuerOut, accountOut, issuerOut),
        KeyUri.totp(new Label(issuer, account), SECRET, USUAL).uri());
  }

  @Test
  void encodes_a_slash_in_the_label_too() {
    assertEquals(
        "otpauth://totp/A%2FB:c%2Fd?secret=JBSWY3DPEHPK3PXP&issuer=A%2FB",
        KeyUri.totp(new Label("A/B", "c/d"), SECRET, USUAL).uri());
  }

  @Test
  void leaves_an_empty_issuer_out() {
    assertEquals(
        "otpauth://totp/test%40example.com?secret=JBSWY3DPEHPK3PXP",
        KeyUri.totp(new Label("", "test@example.com"), SECRET, USUAL).uri());
  }

  @ParameterizedTest
  @CsvSource({
    "SHA1, 6, 30, ''",
    "SHA256, 6, 30, &algorithm=SHA256",
    "SHA1, 8, 30, &digits=8",
    "SHA1, 6, 60, &period=60",
    "SHA512, 7, 1, &algorithm=SHA512&digits=7&period=1"
  })
  void writes_only_what_is_unusual(HashAlgorithm algorithm, int digits, int period, String rest) {
    assertEquals(
        "otpauth://totp/Acme:ann?secret=JBSWY3DPEHPK3PXP&issuer=Acme" + rest,
        KeyUri.totp(LABEL, SECRET, new Totp(algorithm, digits, period)).uri());
  }

  @ParameterizedTest
  @CsvSource({
    "SHA1, 6, 0, &counter=0",
    "SHA1, 8, 9223372036854775807, &counter=9223372036854775807&digits=8",
    "SHA256, 6, 42, &counter=42&algorithm=SHA256"
  })
  void writes_the_counter_always(HashAlgorithm algorithm, int digits, long counter, String rest) {
    assertEquals(
        "otpauth://hotp/Acme:ann?secret=JBSWY3DPEHPK3PXP&issuer=Acme" + rest,
        KeyUri.hotp(LABEL, SECRET, new Hotp(algorithm, digits), counter).uri());
  }

  @ParameterizedTest
  @CsvSource({
    "Ac:me, ann, issuer must not have a colon",
    "Acme, a:nn, account must not have a colon",
    "Acme, '', account must not be empty"
  })
  void refuses_labels_that_apps_misread(String issuer, String account, String words) {
    assertEquals(
        words, Refused.words(() -> KeyUri.totp(new Label(issuer, account), SECRET, USUAL)));
    Hotp hotp = USUAL.hotp();
    assertEquals(
        words, Refused.words(() -> KeyUri.hotp(new Label(issuer, account), SECRET, hotp, 0)));
  }

  @Test
  void refuses_a_negative_counter() {
    assertEquals(
        "counter must not be negative",
        Refused.words(() -> KeyUri.hotp(LABEL, SECRET, USUAL.hotp(), -1)));
  }

  @Test
  void shows_everything_but_the_secret() {
    String shown = KeyUri.totp(LABEL, SECRET, USUAL).toString();
    assertEquals("KeyUri[TOTP, Label[issuer=Acme, account=ann], SharedSecret[80 bits]]", shown);
  }

  @Test
  void reads_back_what_it_wrote() {
    Random random = new Random(20261124);
    for (int round = 0; round < 500; round++) {
      Label label = new Label(nasty(random), "x" + nasty(random));
      byte[] bytes = new byte[10 + random.nextInt(119)];
      random.nextBytes(bytes);
      HashAlgorithm algorithm = HashAlgorithm.values()[random.nextInt(3)];
      Totp totp = new Totp(algorithm, 6 + random.nextInt(3), 1 + random.nextInt(86_400));
      long counter = random.nextLong() >>> 1;

      assertSame(KeyUri.totp(label, SharedSecret.ofBytes(bytes), totp));
      assertSame(KeyUri.hotp(label, SharedSecret.ofBytes(bytes), totp.hotp(), counter));
    }
  }

  private static void assertSame(KeyUri written) {
    KeyUri read = KeyUri.parse(written.uri());
    assertEquals(written.uri(), read.uri());
    assertEquals(written.toString(), read.toString());
    assertEquals(written.secret(), read.secret());
    assertEquals(written.algorithm(), read.algorithm());
    assertEquals(written.digits(), read.digits());
    assertEquals(written.period(), read.period());
    assertEquals(written.counter(), read.counter());
    assertFalse(read.issuerMismatch());
  }

  /** Up to eleven characters that some program somewhere takes for something else. */
  private static String nasty(Random random) {
    String[] characters = {
      "ü", "&", "%", "+", "🔑", "\"", "'", " ", "/", "?", "#", "=", "@", ";", "%3A", "%20", "\\",
      "<", "İ", "ı", "٣", "３", "a", "Z", "~", "-", ".", "_", "\u00a0", "e\u0301", "//", "secret="
    };
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(characters[random.nextInt(characters.length)]);
    }
    return text.toString();
  }
}
