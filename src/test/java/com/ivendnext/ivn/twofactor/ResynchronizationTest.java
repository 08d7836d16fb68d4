package com.ivendnext.ivn.twofactor;

import static com.ivendnext.ivn.TestSite.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.AuditTrail;
import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.TestSite;
import com.ivendnext.ivn.twofactor.Resynchronization.Learned;
import com.ivendnext.ivn.twofactor.Verification.Reason;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResynchronizationTest {
  private static final String OTHER = "b@example.com";

  @TempDir Path directory;

  private TestSite site;
  private Authenticator app;

  @BeforeEach
  void enroll() {
    site = new TestSite(directory);
    app = site.enroll(USER);
    site.clock.advance(Duration.ofDays(2));
  }

  @AfterEach
  void close() {
    site.close();
  }

  private Learned resync(String user, String first, String second) {
    return site.resynchronization().resynchronize(user, first, second);
  }

  /** With the codes that an app shows whose clock is {@code steps} ahead of ours. */
  private Learned resync(int steps) {
    return resync(USER, site.code(app, steps - 1), site.code(app, steps));
  }

  private Failure refusal(String user, String first, String second) {
    return assertThrows(Failure.class, () -> resync(user, first, second));
  }

  private Reason verify(int steps) {
    return site.verifier().verify(USER, site.code(app, steps)).reason();
  }

  @ParameterizedTest
  @ValueSource(ints = {-2879, -120, -9, -1, 0, 1, 9, 120, 2880})
  void learns_how_slow_or_fast_a_clock_is_up_to_a_day(int steps) {
    assertEquals(new Learned(USER, "app", 30L * steps, false), resync(steps));
    assertEquals(steps, site.current(app).drift());
  }

  @ParameterizedTest
  @ValueSource(ints = {-120, 9, 2880})
  void codes_at_that_drift_are_good_from_then_on(int steps) {
    resync(steps);
    site.clock.advance(Duration.ofSeconds(30));
    assertEquals(Reason.ACCEPTED, verify(steps));
    site.clock.advance(Duration.ofDays(3));
    assertEquals(Reason.ACCEPTED, verify(steps));
  }

  @Test
  void codes_of_the_right_time_are_not() {
    resync(-120);
    site.clock.advance(Duration.ofMinutes(1));
    assertEquals(Reason.WRONG, verify(0));
  }

  @Test
  void both_codes_are_used_up() {
    resync(-9);
    assertEquals(Reason.REPLAYED, verify(-9));
    assertEquals(Reason.REPLAYED, verify(-10));
    assertEquals(
        Failure.Kind.REJECTED, refusal(USER, site.code(app, -10), site.code(app, -9)).kind());
  }

  @Test
  void what_it_learned_outlives_the_process() {
    resync(-120);
    site.reopen();
    site.clock.advance(Duration.ofMinutes(1));
    assertEquals(Reason.ACCEPTED, verify(-120));
  }

  @ParameterizedTest
  @ValueSource(ints = {-2880, 2881})
  void no_farther_than_a_day(int steps) {
    assertThrows(Failure.class, () -> resync(steps));
    assertEquals(0, site.current(app).drift());
  }

  @Test
  void two_codes_that_do_not_follow_each_other_teach_nothing() {
    Failure failure = refusal(USER, site.code(app, -12), site.code(app, -10));
    assertEquals(Failure.Kind.REJECTED, failure.kind());
    assertEquals(
        "these are no two consecutive codes of user@example.com of the last day",
        failure.getMessage());
    refusal(USER, site.code(app, -9), site.code(app, -10));
    refusal(USER, site.code(app, -9), site.code(app, -9));
    assertEquals(0, site.current(app).drift());
  }

  @Test
  void codes_from_before_the_last_that_was_accepted_teach_nothing() {
    verify(0);
    refusal(USER, site.code(app, -20), site.code(app, -19));
    assertEquals(0, site.current(app).drift());
  }

  @Test
  void what_it_does_not_find_counts_as_a_wrong_code() {
    refusal(USER, "000000", "000000");
    assertEquals(1, site.current(app).failures());
    refusal(USER, "000000", "000000");
    refusal(USER, "000000", "000000");
    Failure failure = refusal(USER, site.code(app, -1), site.code(app, 0));
    assertEquals(Failure.Kind.TRY_LATER, failure.kind());
    assertEquals(3, site.current(app).failures());
  }

  @Test
  void what_it_finds_forgives() {
    site.verifier().verify(USER, site.wrongCode(app));
    site.verifier().verify(USER, site.wrongCode(app));
    resync(-120);
    assertEquals(0, site.current(app).failures());
  }

  @Test
  void finds_the_authenticator_of_several_and_leaves_the_others() {
    Authenticator tablet = site.enroll(USER, "tablet");
    Learned learned = resync(USER, site.code(tablet, 19), site.code(tablet, 20));
    assertEquals("tablet", learned.authenticator());
    assertEquals(20, site.current(tablet).drift());
    assertEquals(0, site.current(app).drift());
  }

  @Test
  void mends_an_authenticator_that_could_not_even_be_confirmed() {
    site.add(OTHER);
    Authenticator pending =
        site.enrollment().begin(Enrollment.Request.app(OTHER, "app", null, false)).authenticator();
    resync(OTHER, site.code(pending, -21), site.code(pending, -20));
    assertFalse(site.verifier().verify(OTHER, site.code(pending, -19)).accepted());
    assertTrue(site.confirmation().confirm(OTHER, site.code(pending, -19)).accepted());
  }

  @Test
  void catches_up_with_a_hardware_token_up_to_a_hundred_codes_ahead() {
    Authenticator token = token();
    Learned learned = resync(OTHER, site.tokenCode(token, 99), site.tokenCode(token, 100));
    assertEquals(new Learned(OTHER, "token", 98, true), learned);
    assertTrue(site.verifier().verify(OTHER, site.tokenCode(token, 101)).accepted());
    assertFalse(site.verifier().verify(OTHER, site.tokenCode(token, 100)).accepted());
  }

  @Test
  void but_not_farther() {
    Authenticator token = token();
    refusal(OTHER, site.tokenCode(token, 101), site.tokenCode(token, 102));
    assertEquals(0, site.current(token).lastFactor());
  }

  @Test
  void a_hardware_token_never_goes_back() {
    Authenticator token = token();
    resync(OTHER, site.tokenCode(token, 50), site.tokenCode(token, 51));
    refusal(OTHER, site.tokenCode(token, 49), site.tokenCode(token, 50));
    assertEquals(51, site.current(token).lastFactor());
  }

  /** A hardware token of another user, proven by its code at counter 0. */
  private Authenticator token() {
    site.add(OTHER);
    Authenticator token = site.enrollToken(OTHER, 0);
    site.confirmation().confirm(OTHER, site.tokenCode(token, 0)).orFail();
    return token;
  }

  @Test
  void a_malformed_code_is_rejected_and_not_counted() {
    assertEquals("the code is malformed", refusal(USER, "12345", "123456").getMessage());
    assertEquals("the code is malformed", refusal(USER, "123456", "x").getMessage());
    assertEquals(0, site.current(app).failures());
  }

  @Test
  void whoever_has_nothing_or_is_nobody_is_told_from_the_rest() {
    site.add(OTHER);
    assertEquals(
        "b@example.com has no authenticator", refusal(OTHER, "123456", "123457").getMessage());
    assertEquals(Failure.Kind.NOT_FOUND, refusal("x@example.com", "123456", "123457").kind());
  }

  @Test
  void is_recorded_whether_it_learned_or_not() {
    refusal(USER, "000000", "000000");
    assertEquals("otp.resync user@example.com wrong", AuditTrail.last(site.file));
    resync(7);
    assertEquals("otp.resync user@example.com ok [app]", AuditTrail.last(site.file));
  }
}
