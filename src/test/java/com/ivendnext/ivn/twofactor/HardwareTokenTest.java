package com.ivendnext.ivn.twofactor;

import static com.ivendnext.ivn.TestSite.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.TestSite;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.twofactor.Authenticator.Kind;
import com.ivendnext.ivn.twofactor.Verification.Reason;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HardwareTokenTest {
  @TempDir Path directory;

  private TestSite site;
  private Authenticator token;

  @BeforeEach
  void open() {
    site = new TestSite(directory);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private void prove(long counter) {
    token = site.enrollToken(USER, counter);
    assertEquals(Reason.ACCEPTED, confirm(counter));
  }

  private Reason confirm(long counter) {
    return site.confirmation().confirm(USER, site.tokenCode(token, counter)).reason();
  }

  private Reason verify(long counter) {
    return site.verifier().verify(USER, site.tokenCode(token, counter)).reason();
  }

  @Test
  void one_code_after_the_other_gets_in() {
    prove(0);
    for (int counter = 1; counter < 30; counter++) {
      assertEquals(Reason.ACCEPTED, verify(counter));
    }
  }

  @Test
  void no_code_gets_in_twice() {
    prove(0);
    assertEquals(Reason.WRONG, verify(0));
    assertEquals(Reason.ACCEPTED, verify(1));
    assertEquals(Reason.WRONG, verify(1));
  }

  @Test
  void up_to_ten_codes_may_have_been_shown_and_not_used() {
    prove(0);
    assertEquals(Reason.ACCEPTED, verify(11));
    assertEquals(Reason.WRONG, verify(23));
    assertEquals(Reason.ACCEPTED, verify(22));
  }

  @Test
  void the_counter_only_moves_forward() {
    prove(0);
    assertEquals(Reason.ACCEPTED, verify(8));
    for (int counter = 0; counter <= 8; counter++) {
      site.clock.advance(Duration.ofMinutes(15));
      assertEquals(Reason.WRONG, verify(counter));
    }
    assertEquals(8, site.current(token).lastFactor());
  }

  @Test
  void time_moves_nothing() {
    prove(0);
    site.clock.advance(Duration.ofDays(400));
    assertEquals(Reason.ACCEPTED, verify(1));
  }

  @Test
  void starts_at_the_counter_that_is_told() {
    token = site.enrollToken(USER, 5_000_000_000L);
    assertEquals(Reason.WRONG, confirm(0));
    assertEquals(Reason.WRONG, confirm(4_999_999_999L));
    assertEquals(Reason.ACCEPTED, confirm(5_000_000_000L));
  }

  @Test
  void its_uri_says_where_it_starts() {
    Enrollment.Request request =
        new Enrollment.Request(USER, "token", secret(), false, Kind.HOTP, 7);
    String uri = site.enrollment().begin(request).uri().uri();
    assertTrue(uri.startsWith("otpauth://hotp/"));
    assertTrue(uri.contains("counter=7"));
  }

  @Test
  void wrong_codes_throttle_it_as_any_other() {
    prove(0);
    for (int i = 0; i < 3; i++) {
      assertEquals(Reason.WRONG, verify(500));
    }
    assertEquals(Reason.THROTTLED, verify(1));
    site.clock.advance(Duration.ofSeconds(1));
    assertEquals(Reason.ACCEPTED, verify(1));
  }

  @Test
  void lives_beside_an_app() {
    prove(0);
    Authenticator app = site.enroll(USER);
    assertEquals(Reason.ACCEPTED, verify(1));
    assertEquals(Reason.ACCEPTED, site.verifier().verify(USER, site.code(app, 0)).reason());
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE})
  void has_no_negative_counter(long counter) {
    refusal(secret(), Kind.HOTP, counter);
  }

  @Test
  void has_a_secret_of_its_own() {
    assertEquals("a hardware token has a secret of its own", refusal(null, Kind.HOTP, 0));
  }

  @Test
  void an_app_has_no_counter() {
    assertEquals("an app follows the time and has no counter", refusal(null, Kind.TOTP, 5));
  }

  private static String refusal(SharedSecret secret, Kind kind, long counter) {
    Failure failure =
        assertThrows(
            Failure.class,
            () -> new Enrollment.Request(USER, "token", secret, false, kind, counter));
    assertEquals(Failure.Kind.USAGE, failure.kind());
    return failure.getMessage();
  }

  private static SharedSecret secret() {
    return SharedSecret.generate(new SecureRandom());
  }
}
