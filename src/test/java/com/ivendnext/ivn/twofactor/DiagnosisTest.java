package com.ivendnext.ivn.twofactor;

import static com.ivendnext.ivn.TestSite.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.AuditTrail;
import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.TestSite;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.twofactor.Diagnosis.Finding;
import com.ivendnext.ivn.twofactor.Diagnosis.Verdict;
import com.ivendnext.ivn.twofactor.Verification.Reason;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosisTest {
  private static final String OTHER = "b@example.com";
  private static final String APP = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
  private static final String TABLET = "MFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2LK";

  @TempDir Path directory;

  private TestSite site;
  private Authenticator app;

  @BeforeEach
  void enroll() {
    site = new TestSite(directory);
    app = enroll(USER, "app", APP);
    site.clock.advance(Duration.ofDays(2));
  }

  @AfterEach
  void close() {
    site.close();
  }

  /** With a known secret: of a random one, two codes of a day are the same now and then. */
  private Authenticator enroll(String user, String label, String secret) {
    Authenticator pending =
        site.enrollment()
            .begin(Enrollment.Request.app(user, label, SharedSecret.ofBase32(secret), false))
            .authenticator();
    site.confirmation().confirm(user, site.code(pending, -1)).orFail();
    return pending;
  }

  private Finding diagnose(String code) {
    return site.diagnosis().diagnose(USER, code);
  }

  private Failure refusal(String user, String code) {
    return assertThrows(Failure.class, () -> site.diagnosis().diagnose(user, code));
  }

  /** A code that is none of the app's for a day around now. */
  private String unknownCode() {
    int steps = (int) (Duration.ofDays(1).toSeconds() / app.period());
    for (int i = 0; ; i++) {
      String code = String.valueOf(100_000 + i);
      boolean shown = false;
      for (int step = -steps; step <= steps && !shown; step++) {
        shown = site.code(app, step).equals(code);
      }
      if (!shown) {
        return code;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1})
  void a_code_in_the_window_is_right_now(int steps) {
    Finding finding = diagnose(site.code(app, steps));
    assertEquals(Verdict.RIGHT_NOW, finding.verdict());
    assertEquals("app", finding.authenticator());
  }

  @ParameterizedTest
  @CsvSource({"-9,-270", "-2,-60", "2,60", "-2880,-86400", "2880,86400"})
  void a_code_of_another_time_is_off_by_so_many_seconds(int steps, long seconds) {
    Finding finding = diagnose(site.code(app, steps));
    assertEquals(Verdict.OFF, finding.verdict());
    assertEquals(seconds, finding.offset());
    assertFalse(finding.counted());
  }

  @ParameterizedTest
  @ValueSource(ints = {-2881, 2881})
  void a_code_of_more_than_a_day_away_is_unknown(int steps) {
    assertEquals(Verdict.UNKNOWN, diagnose(site.code(app, steps)).verdict());
  }

  @Test
  void a_code_of_a_day_away_is_found_however_short_the_time_step() {
    site.config.put("otp_period", 10L);
    site.add(OTHER);
    Authenticator quick = enroll(OTHER, "app", TABLET);
    site.clock.advance(Duration.ofDays(2));
    Finding finding = site.diagnosis().diagnose(OTHER, site.code(quick, -8_640));
    assertEquals(-86_400, finding.offset());
  }

  @Test
  void a_wrong_code_is_unknown() {
    Finding finding = diagnose(unknownCode());
    assertEquals(Verdict.UNKNOWN, finding.verdict());
    assertNull(finding.authenticator());
  }

  @Test
  void a_used_code_and_one_before_it_are_used() {
    String used = site.code(app, 0);
    site.verifier().verify(USER, used).orFail();
    assertEquals(Verdict.USED, diagnose(used).verdict());
    assertEquals(Verdict.USED, diagnose(site.code(app, -1)).verdict());
  }

  @Test
  void a_code_of_a_clock_that_became_slow_lies_before_the_last_that_was_used() {
    site.verifier().verify(USER, site.code(app, 0)).orFail();
    Finding finding = diagnose(site.code(app, -20));
    assertEquals(Verdict.PASSED, finding.verdict());
    assertEquals(-600, finding.offset());
  }

  @Test
  void so_does_a_code_of_a_fast_clock_that_was_set_right_again() {
    site.resynchronization().resynchronize(USER, site.code(app, 119), site.code(app, 120));
    Finding finding = diagnose(site.code(app, 0));
    assertEquals(Verdict.PASSED, finding.verdict());
    assertEquals(0, finding.offset());
  }

  @Test
  void never_accepts_and_never_consumes() {
    Authenticator before = site.current(app);
    String code = site.code(app, 0);
    diagnose(code);
    diagnose(site.code(app, 100));
    assertEquals(before.lastFactor(), site.current(app).lastFactor());
    assertEquals(before.lastUsedAt(), site.current(app).lastUsedAt());
    assertEquals(before.drift(), site.current(app).drift());
    assertEquals(Reason.ACCEPTED, site.verifier().verify(USER, code).reason());
  }

  @Test
  void looks_at_one_that_is_not_proven_yet_and_says_so() {
    site.add(OTHER);
    Authenticator pending =
        site.enrollment().begin(Enrollment.Request.app(OTHER, "app", null, false)).authenticator();
    Finding finding = site.diagnosis().diagnose(OTHER, site.code(pending, -10));
    assertTrue(finding.pending());
    assertEquals(-300, finding.offset());
    assertEquals(1, site.current(pending).failures());
  }

  @Test
  void names_the_authenticator_of_several() {
    Authenticator tablet = enroll(USER, "tablet", TABLET);
    assertEquals("tablet", diagnose(site.code(tablet, 40)).authenticator());
    assertEquals("app", diagnose(site.code(app, 0)).authenticator());
  }

  /** Two authenticators may by chance show one code, a day apart. */
  @Test
  void of_two_that_fit_believes_the_one_that_is_right_now() {
    Authenticator token = site.enrollToken(USER, app.totp().step(site.clock.instant()) - 50);
    site.store().authenticators().remove(token);
    site.store().authenticators().add(token, site.store().authenticators().secret(app));
    assertEquals("app", diagnose(site.code(app, 0)).authenticator());
    assertEquals(Verdict.RIGHT_NOW, diagnose(site.code(app, 0)).verdict());
  }

  @Test
  void knows_the_drift_that_was_learned() {
    site.resynchronization().resynchronize(USER, site.code(app, 99), site.code(app, 100));
    site.clock.advance(Duration.ofHours(1));
    Finding finding = diagnose(site.code(app, 100));
    assertEquals(Verdict.RIGHT_NOW, finding.verdict());
    assertEquals(3_000, finding.offset());
  }

  @Test
  void counts_the_codes_that_a_hardware_token_is_ahead() {
    site.add(OTHER);
    Authenticator token = site.enrollToken(OTHER, 0);
    site.confirmation().confirm(OTHER, site.tokenCode(token, 4)).orFail();
    Finding inReach = site.diagnosis().diagnose(OTHER, site.tokenCode(token, 15));
    assertEquals(Verdict.RIGHT_NOW, inReach.verdict());
    Finding ahead = site.diagnosis().diagnose(OTHER, site.tokenCode(token, 105));
    assertEquals(Verdict.OFF, ahead.verdict());
    assertEquals(100, ahead.offset());
    assertTrue(ahead.counted());
    site.reset().unlock(OTHER);
    Finding farther = site.diagnosis().diagnose(OTHER, site.tokenCode(token, 106));
    assertEquals(Verdict.UNKNOWN, farther.verdict());
  }

  @Test
  void tells_that_the_user_is_kept_from_logging_in() {
    assertTrue(diagnose(site.code(app, 0)).enabled());
    site.accounts().enable(USER, false);
    assertFalse(diagnose(site.code(app, 0)).enabled());
  }

  @Test
  void whoever_has_nothing_or_is_nobody_is_told_from_the_rest() {
    site.add(OTHER);
    assertEquals("b@example.com has no authenticator", refusal(OTHER, "123456").getMessage());
    assertEquals(Failure.Kind.NOT_FOUND, refusal("x@example.com", "123456").kind());
  }

  @Test
  void is_recorded_without_the_code() {
    diagnose(site.code(app, -10));
    assertEquals("otp.diagnose user@example.com off [app]", AuditTrail.last(site.file));
    diagnose(unknownCode());
    assertEquals("otp.diagnose user@example.com unknown", AuditTrail.last(site.file));
  }
}
