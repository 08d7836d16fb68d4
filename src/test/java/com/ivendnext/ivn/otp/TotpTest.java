package com.ivendnext.ivn.otp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@UnderEveryLocale
class TotpTest {

  private static final String DIGITS = "1234567890".repeat(7);
  private static final Totp TOTP = new Totp(HashAlgorithm.SHA1, 6, 30);

  /** RFC 6238 appendix B, with as many bytes of secret as the hash has (erratum 2866). */
  @ParameterizedTest
  @CsvSource({
    "59, 0x1, SHA1, 94287082",
    "59, 0x1, SHA256, 46119246",
    "59, 0x1, SHA512, 90693936",
    "1111111109, 0x23523EC, SHA1, 07081804",
    "1111111109, 0x23523EC, SHA256, 68084774",
    "1111111109, 0x23523EC, SHA512, 25091201",
    "1111111111, 0x23523ED, SHA1, 14050471",
    "1111111111, 0x23523ED, SHA256, 67062674",
    "1111111111, 0x23523ED, SHA512, 99943326",
    "1234567890, 0x273EF07, SHA1, 89005924",
    "1234567890, 0x273EF07, SHA256, 91819424",
    "1234567890, 0x273EF07, SHA512, 93441116",
    "2000000000, 0x3F940AA, SHA1, 69279037",
    "2000000000, 0x3F940AA, SHA256, 90698825",
    "2000000000, 0x3F940AA, SHA512, 38618901",
    "20000000000, 0x27BC86AA, SHA1, 65353130",
    "20000000000, 0x27BC86AA, SHA256, 77737706",
    "20000000000, 0x27BC86AA, SHA512, 47863826"
  })
  void agrees_with_rfc_6238(long seconds, long step, HashAlgorithm algorithm, String code) {
    int bytes =
        switch (algorithm) {
          case SHA1 -> 20;
          case SHA256 -> 32;
          case SHA512 -> 64;
        };
    SharedSecret secret = SharedSecret.ofBytes(DIGITS.substring(0, bytes).getBytes());
    Totp totp = new Totp(algorithm, 8, 30);
    assertEquals(step, totp.step(Instant.ofEpochSecond(seconds)));
    assertEquals(code, totp.code(secret, Instant.ofEpochSecond(seconds)));
  }

  @ParameterizedTest
  @CsvSource({
    "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ, 59, 287082",
    "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ, 1111111109, 081804",
    "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ, 1234567890, 005924",
    "JBSWY3DPEHPK3PXP, 59, 996554",
    "JBSWY3DPEHPK3PXP, 1111111109, 071271",
    "JBSWY3DPEHPK3PXP, 1700000000, 324550",
    "JBSWY3DPEHPK3PXP, 1700000250, 070624"
  })
  void agrees_with_frappe(String base32, long seconds, String code) {
    SharedSecret secret = SharedSecret.ofBase32(base32);
    assertEquals(code, TOTP.code(secret, Instant.ofEpochSecond(seconds)));
  }

  /** Computed with oathtool 2.6.7: {@code oathtool --totp -d 8 -N @884541340800 3132…3930}. */
  @Test
  void works_in_the_year_30000() {
    Totp totp = new Totp(HashAlgorithm.SHA1, 8, 30);
    SharedSecret secret = SharedSecret.ofBytes(DIGITS.substring(0, 20).getBytes());
    assertEquals("55702976", totp.code(secret, Instant.parse("+30000-01-01T00:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z, 0",
    "1970-01-01T00:00:29.999999999Z, 0",
    "1970-01-01T00:00:30Z, 1",
    "2038-01-19T03:14:08Z, 71582788"
  })
  void steps_start_every_30_seconds_from_1970(Instant time, long step) {
    assertEquals(step, TOTP.step(time));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1969-12-31T23:59:59.999Z", "1969-12-31T23:59:30Z", "-9999-01-01T00:00:00Z"})
  void refuses_times_before_1970(Instant time) {
    assertEquals("time must not be before 1970", Refused.words(() -> TOTP.step(time)));
  }

  @Test
  void tells_where_a_step_starts_and_how_long_it_lasts() {
    Instant now = Instant.parse("2026-11-24T10:00:12.25Z");
    assertEquals(Instant.parse("2026-11-24T10:00:00Z"), TOTP.startOf(TOTP.step(now)));
    assertEquals(Duration.ofMillis(17_750), TOTP.left(now));
    assertEquals(Duration.ofSeconds(30), TOTP.left(Instant.parse("2026-11-24T10:00:30Z")));
  }

  @Test
  void a_period_may_be_a_second_or_a_day() {
    Instant time = Instant.ofEpochSecond(86_401);
    assertEquals(86_401, new Totp(HashAlgorithm.SHA1, 6, 1).step(time));
    assertEquals(1, new Totp(HashAlgorithm.SHA1, 6, 86_400).step(time));
  }

  @ParameterizedTest
  @ValueSource(ints = {-30, 0, 86_401})
  void refuses_other_periods(int period) {
    assertEquals(
        "a period has 1 to 86400 seconds, not " + period,
        Refused.words(() -> new Totp(HashAlgorithm.SHA1, 6, period)));
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 9})
  void refuses_other_than_6_to_8_digits(int digits) {
    assertEquals(
        "a code has 6 to 8 digits, not " + digits,
        Refused.words(() -> new Totp(HashAlgorithm.SHA1, digits, 30)));
  }

  @Test
  void is_hotp_by_time_step() {
    assertEquals(new Hotp(HashAlgorithm.SHA256, 7), new Totp(HashAlgorithm.SHA256, 7, 60).hotp());
  }
}
