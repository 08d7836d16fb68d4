package com.ivendnext.ivn.twofactor;

import static com.ivendnext.ivn.TestSite.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.TestSite;
import com.ivendnext.ivn.twofactor.Authenticator.State;
import com.ivendnext.ivn.twofactor.Verification.Reason;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierTest {
  @TempDir Path directory;

  private TestSite site;
  private Authenticator app;

  @BeforeEach
  void enroll() {
    site = new TestSite(directory);
    app = site.enroll(USER);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private Reason verify(String code) {
    return site.verifier().verify(USER, code).reason();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      site.clock.advance(Duration.ofMinutes(15));
      assertEquals(Reason.WRONG, verify(site.wrongCode(app)));
    }
  }

  @Test
  void accepts_the_code_of_this_time_step() {
    assertEquals(Reason.ACCEPTED, verify(site.code(app, 0)));
  }

  @Test
  void accepts_the_code_of_the_next_time_step() {
    assertEquals(Reason.ACCEPTED, verify(site.code(app, 1)));
  }

  @Test
  void accepts_the_code_of_the_last_time_step() {
    site.clock.advance(Duration.ofMinutes(5));
    assertEquals(Reason.ACCEPTED, verify(site.code(app, -1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {-2, 2})
  void refuses_codes_outside_the_window(int steps) {
    site.clock.advance(Duration.ofMinutes(5));
    assertEquals(Reason.WRONG, verify(site.code(app, steps)));
  }

  @Test
  void the_window_is_as_wide_as_the_setting_says() {
    site.config.put("otp_window_steps", 3L);
    site.clock.advance(Duration.ofMinutes(5));
    assertEquals(Reason.ACCEPTED, verify(site.code(app, -3)));
  }

  @Test
  void refuses_a_code_already_used() {
    String code = site.code(app, 0);
    assertEquals(Reason.ACCEPTED, verify(code));
    assertEquals(Reason.REPLAYED, verify(code));
  }

  @Test
  void refuses_a_used_code_after_a_restart() {
    String code = site.code(app, 0);
    assertEquals(Reason.ACCEPTED, verify(code));
    site.reopen();
    assertEquals(Reason.REPLAYED, verify(code));
  }

  @Test
  void refuses_an_older_code_after_a_newer_one() {
    String older = site.code(app, 0);
    assertEquals(Reason.ACCEPTED, verify(site.code(app, 1)));
    assertEquals(Reason.REPLAYED, verify(older));
  }

  @Test
  void refuses_the_code_that_confirmed_the_authenticator() {
    assertEquals(Reason.REPLAYED, verify(site.code(app, -1)));
  }

  @Test
  void refuses_a_used_code_though_the_clock_was_set_back() {
    site.clock.advance(Duration.ofHours(1));
    String code = site.code(app, 0);
    assertEquals(Reason.ACCEPTED, verify(code));
    site.clock.advance(Duration.ofHours(-1));
    assertEquals(Reason.REPLAYED, verify(site.code(app, 0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "12345", "123456789", "12345a", "+12345", "１２３４５６", "१२३४५६", "٠١٢٣٤٥"})
  void says_that_a_code_is_malformed_and_does_not_count_it(String code) {
    assertEquals(Reason.MALFORMED, verify(code));
    assertEquals(0, site.current(app).failures());
  }

  @Test
  void a_code_with_the_digits_of_no_authenticator_is_malformed_and_does_not_count() {
    assertEquals(Reason.MALFORMED, verify("12345678"));
    assertEquals(0, site.current(app).failures());
  }

  @Test
  void takes_a_code_as_people_type_it() {
    String code = site.code(app, 0);
    assertEquals(
        Reason.ACCEPTED, verify(" " + code.substring(0, 3) + "-" + code.substring(3) + " "));
  }

  @Test
  void finds_the_user_in_any_spelling() {
    Verification answer = site.verifier().verify(" USER@Example.com ", site.code(app, 0));
    assertEquals(Reason.ACCEPTED, answer.reason());
    assertEquals(USER, answer.user());
  }

  @Test
  void refuses_whoever_is_unknown() {
    assertEquals(Reason.UNKNOWN_USER, site.verifier().verify("x@example.com", "123456").reason());
  }

  @Test
  void refuses_whoever_is_kept_from_logging_in() {
    site.accounts().enable(USER, false);
    assertEquals(Reason.USER_DISABLED, verify(site.code(app, 0)));
  }

  @Test
  void refuses_whoever_has_enrolled_nothing() {
    site.add("b@example.com");
    assertEquals(Reason.NOT_ENROLLED, site.verifier().verify("b@example.com", "123456").reason());
  }

  @Test
  void a_pending_authenticator_opens_nothing() {
    site.add("b@example.com");
    Authenticator pending =
        site.enrollment()
            .begin(Enrollment.Request.app("b@example.com", "app", null, false))
            .authenticator();
    String code = site.code(pending, 0);
    assertEquals(Reason.NOT_ENROLLED, site.verifier().verify("b@example.com", code).reason());
  }

  @Test
  void wrong_replayed_and_unknown_get_the_same_sentence() {
    String used = site.code(app, 0);
    verify(used);
    Failure wrong = refusal(USER, site.wrongCode(app));
    assertEquals(wrong.getMessage(), refusal(USER, used).getMessage());
    assertEquals(wrong.getMessage(), refusal("x@example.com", "123456").getMessage());
    assertEquals("wrong", wrong.details().get("reason"));
  }

  private Failure refusal(String user, String code) {
    return assertThrows(Failure.class, () -> site.verifier().verify(user, code).orFail());
  }

  @Test
  void the_third_failure_costs_a_second() {
    fail(3);
    Verification answer = site.verifier().verify(USER, site.code(app, 0));
    assertEquals(Reason.THROTTLED, answer.reason());
    assertEquals(site.clock.instant().plusSeconds(1), answer.until());
    site.clock.advance(Duration.ofSeconds(1));
    assertEquals(Reason.ACCEPTED, verify(site.code(app, 0)));
  }

  @Test
  void waiting_costs_no_further_attempt() {
    fail(3);
    for (int i = 0; i < 50; i++) {
      assertEquals(Reason.THROTTLED, verify(site.wrongCode(app)));
    }
    assertEquals(3, site.current(app).failures());
  }

  @Test
  void throttling_outlives_the_process() {
    fail(5);
    site.reopen();
    assertEquals(Reason.THROTTLED, verify(site.code(app, 0)));
  }

  @Test
  void a_success_forgives() {
    fail(4);
    site.clock.advance(Duration.ofMinutes(15));
    assertEquals(Reason.ACCEPTED, verify(site.code(app, 0)));
    assertEquals(0, site.current(app).failures());
    assertNull(site.current(app).lockedUntil());
  }

  @Test
  void a_replay_counts_as_a_failure() {
    String code = site.code(app, 0);
    verify(code);
    verify(code);
    assertEquals(1, site.current(app).failures());
  }

  @Test
  void the_hundredth_failure_in_a_row_ends_the_authenticator() {
    fail(99);
    assertEquals(State.ACTIVE, site.current(app).state());
    fail(1);
    assertEquals(State.DISABLED, site.current(app).state());
    site.clock.advance(Duration.ofHours(1));
    assertEquals(Reason.DISABLED, verify(site.code(app, 0)));
  }

  @Test
  void any_of_several_authenticators_will_do() {
    Authenticator second = site.enroll(USER, "tablet");
    assertEquals(Reason.ACCEPTED, verify(site.code(second, 0)));
    assertEquals(Reason.ACCEPTED, verify(site.code(app, 0)));
  }

  @Test
  void a_wrong_code_counts_for_each_authenticator_and_a_success_forgives_them_all() {
    Authenticator second = site.enroll(USER, "tablet");
    verify(site.wrongCode(app));
    assertEquals(1, site.current(app).failures());
    assertEquals(1, site.current(second).failures());
    verify(site.code(second, 0));
    assertEquals(0, site.current(app).failures());
    assertEquals(0, site.current(second).failures());
  }

  @Test
  void a_right_code_for_one_of_several_does_not_count_against_the_others() {
    Authenticator second = site.enroll(USER, "tablet");
    verify(site.code(second, 0));
    assertFalse(site.current(app).failures() > 0);
  }
}
