package com.ivendnext.ivn.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.ivendnext.ivn.otp.HashAlgorithm;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.otp.Totp;
import com.ivendnext.ivn.twofactor.Authenticator.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OathCsvTest {
  private static final Format OATH = Formats.named("oath-csv");
  private static final String HEX = "3132333435363738393031323334353637383930";

  @Test
  void a_serial_and_a_key_make_a_token_that_counts() {
    Entry entry = Moved.one(OATH, "tok1, " + HEX + "\n");
    Key key = entry.keys().get(0);
    assertNull(entry.user());
    assertEquals("tok1", key.label());
    assertEquals(People.SECRET, key.secret());
    assertEquals(Kind.HOTP, key.kind());
    assertEquals(6, key.digits());
    assertEquals(0, key.counter());
  }

  @ParameterizedTest
  @CsvSource({
    "'hotp, 8, 42', HOTP, 8, 0, 42",
    "'totp, 6, 60', TOTP, 6, 60, 0",
    "'TOTP', TOTP, 6, 30, 0",
    "'totp,,', TOTP, 6, 30, 0"
  })
  void type_digits_counter_and_period_follow(
      String rest, Kind kind, int digits, int period, long counter) {
    Key key = Moved.one(OATH, "tok1, " + HEX + ", " + rest + "\n").keys().get(0);
    assertEquals(kind, key.kind());
    assertEquals(digits, key.digits());
    assertEquals(period, key.period());
    assertEquals(counter, key.counter());
  }

  @Test
  void version_2_has_users_before_them() {
    Entry entry =
        Moved.one(OATH, "# version: 2\nann@example.com,ldap,main,tok1," + HEX + ",totp,6,30\n");
    assertEquals("ann@example.com", entry.user());
    assertEquals("tok1", entry.keys().get(0).label());
  }

  @ParameterizedTest
  @CsvSource({"20, SHA1", "32, SHA256", "64, SHA512"})
  void the_hash_is_as_long_as_the_key(int bytes, HashAlgorithm algorithm) {
    String row = "tok1," + "5a".repeat(bytes) + ",totp\n";
    assertEquals(algorithm, Moved.one(OATH, row).keys().get(0).algorithm());
  }

  @Test
  void linotp_names_the_hash() {
    String row = "tok1," + HEX + ",totp,6,30,sha256\n";
    assertEquals(HashAlgorithm.SHA256, Moved.one(OATH, row).keys().get(0).algorithm());
  }

  @ParameterizedTest
  @CsvSource({
    "'tok1,xyz', shared secret is not hexadecimal",
    "'tok1', 'shared secret has only 0 bits, the least is 80'",
    "'tok1,3132333435363738393031323334353637383930,ocra', only the types hotp and totp can be taken"
  })
  void what_is_none_of_these_is_rejected(String row, String reason) {
    assertEquals(reason, Moved.reason(OATH, row + "\n"));
  }

  @Test
  void a_hash_that_the_length_does_not_tell_is_not_written() {
    Key key = Key.totp(SharedSecret.ofHex(HEX), new Totp(HashAlgorithm.SHA256, 6, 30));
    Entry entry = Entry.at(Row.of(1)).user("a@example.com").key(key).build();
    assertEquals(
        "the hash SHA256 needs a key as long as it is",
        Refusal.of(() -> Moved.text(OATH, entry)).getMessage());
  }
}
