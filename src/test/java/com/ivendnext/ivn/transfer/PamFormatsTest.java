package com.ivendnext.ivn.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.ivendnext.ivn.otp.HashAlgorithm;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.otp.Totp;
import com.ivendnext.ivn.twofactor.Authenticator.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files that pam_oath and pam_google_authenticator read. */
class PamFormatsTest {
  private static final Format OATH = Formats.named("users-oath");
  private static final Format GOOGLE = Formats.named("google-authenticator");
  private static final String HEX = "3132333435363738393031323334353637383930";
  private static final String BASE32 = People.SECRET.base32();

  @ParameterizedTest
  @CsvSource({
    "HOTP,HOTP,6,0",
    "HOTP/E,HOTP,6,0",
    "HOTP/E/8,HOTP,8,0",
    "HOTP/T30,TOTP,6,30",
    "HOTP/T30/7,TOTP,7,30",
    "HOTP/T60,TOTP,6,60",
    "HOTP/T60/8,TOTP,8,60"
  })
  void knows_the_types_that_pam_oath_knows(String type, Kind kind, int digits, int period) {
    Key key = Moved.one(OATH, type + " ann - " + HEX + "\n").keys().get(0);
    assertEquals(kind, key.kind());
    assertEquals(digits, key.digits());
    assertEquals(period, key.period());
    assertEquals(People.SECRET, key.secret());
  }

  @Test
  void reads_a_line_that_pam_oath_has_rewritten() {
    Entry entry = Moved.one(OATH, "HOTP\tann\t-\t" + HEX + "\t7\t969429\t2026-11-24T10:00:00L\n");
    assertEquals("ann", entry.user());
    assertEquals(7, entry.keys().get(0).counter());
  }

  @ParameterizedTest
  @CsvSource({
    "'HOTP/T30 ann -','the line has not the four fields type, user, PIN and key'",
    "'MOTP ann - 3132333435363738393031323334353637383930',the type MOTP is none that pam_oath knows",
    "'HOTP/T45 ann - 3132333435363738393031323334353637383930',the type HOTP/T45 is none that pam_oath knows",
    "'HOTP ann 1234 3132333435363738393031323334353637383930','the line has a PIN, which nothing would check: put - in its place'",
    "'HOTP ann - 3132333435363738393031323334353637383930 x',the counter is no whole number"
  })
  void what_pam_oath_does_not_know_is_rejected(String line, String reason) {
    assertEquals(reason, Moved.reason(OATH, line + "\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "SHA256,20,30,pam_oath knows SHA1 only",
    "SHA1,20,45,pam_oath knows time steps of 30 and 60 seconds only",
    "SHA1,33,30,pam_oath takes keys of at most 256 bits"
  })
  void what_pam_oath_cannot_do_is_not_written(
      HashAlgorithm algorithm, int bytes, int period, String reason) {
    SharedSecret secret = SharedSecret.ofHex("5a".repeat(bytes));
    assertEquals(reason, refusal(OATH, Key.totp(secret, new Totp(algorithm, 6, period))));
  }

  private static String refusal(Format format, Key key) {
    Entry entry = Entry.at(Row.of(1)).user("a@example.com").key(key).build();
    return Refusal.of(() -> Moved.text(format, entry)).getMessage();
  }

  @Test
  void reads_the_file_that_google_authenticator_makes() {
    Entry entry =
        Moved.one(
            GOOGLE,
            BASE32
                + """

                " RATE_LIMIT 3 30 1763980000
                " WINDOW_SIZE 17
                " DISALLOW_REUSE 58799333
                " TOTP_AUTH
                12345678
                87654321
                """);
    assertNull(entry.user());
    assertEquals(Key.of(People.SECRET), entry.keys().get(0));
    assertEquals(List.of("12345678", "87654321"), entry.recoveryCodes());
  }

  @Test
  void a_counter_goes_before_the_time() {
    Key key = Moved.one(GOOGLE, BASE32 + "\n\" TOTP_AUTH\n\" HOTP_COUNTER 12\n").keys().get(0);
    assertEquals(Kind.HOTP, key.kind());
    assertEquals(12, key.counter());
  }

  @Test
  void a_time_step_may_be_of_another_length() {
    Key key = Moved.one(GOOGLE, BASE32 + "\n\" STEP_SIZE 60\n\" TOTP_AUTH\n").keys().get(0);
    assertEquals(60, key.period());
  }

  @ParameterizedTest
  @CsvSource({
    "'\" RATE_LIMIT 3 30',the file has neither TOTP_AUTH nor HOTP_COUNTER",
    "'1234567',a line is neither an option nor a scratch code of 8 digits",
    "'\" HOTP_COUNTER x',HOTP_COUNTER is no whole number"
  })
  void what_pam_google_authenticator_would_not_read_is_rejected(String line, String reason) {
    assertEquals(reason, Moved.reason(GOOGLE, BASE32 + "\n" + line + "\n"));
  }

  @Test
  void a_line_that_is_cut_off_is_no_shorter_code() {
    byte[] file = (BASE32 + "\n\" TOTP_AUTH\n12345678").getBytes(StandardCharsets.UTF_8);
    assertEquals(
        "the last line of the file is cut off",
        Moved.refused(GOOGLE, file, TestSecrets.NONE).getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "SHA512,6,30,pam_google_authenticator knows SHA1 and 6 digits only",
    "SHA1,8,30,pam_google_authenticator knows SHA1 and 6 digits only",
    "SHA1,6,90,pam_google_authenticator knows time steps of up to 60 seconds only"
  })
  void what_pam_google_authenticator_cannot_do_is_not_written(
      HashAlgorithm algorithm, int digits, int period, String reason) {
    Key key = Key.totp(People.SECRET, new Totp(algorithm, digits, period));
    assertEquals(reason, refusal(GOOGLE, key));
  }

  @Test
  void the_file_is_one_user_s() {
    List<Entry> two = List.of(People.usual("a@example.com"), People.usual("b@example.com"));
    assertEquals(
        "the file holds one authenticator of one user",
        Refusal.of(() -> Moved.write(GOOGLE, two, TestSecrets.NONE)).getMessage());
  }
}
