package com.ivendnext.ivn.twofactor;

import static com.ivendnext.ivn.TestSite.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.AuditTrail;
import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.TestSite;
import com.ivendnext.ivn.twofactor.Verification.Reason;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResetTest {
  private static final String OTHER = "b@example.com";

  @TempDir Path directory;

  private TestSite site;
  private Authenticator app;
  private String recoveryCode;

  @BeforeEach
  void enroll() {
    site = new TestSite(directory);
    site.enroll("Administrator");
    app = site.enroll(USER);
    recoveryCode = site.recoveryCodes().generate(USER).get(0).grouped();
  }

  @AfterEach
  void close() {
    site.close();
  }

  private List<Reset.Ended> reset(boolean keepRecovery, String... users) {
    return site.reset().reset(List.of(users), new Reset.Order("phone lost", keepRecovery, false));
  }

  private Reason verify(String code) {
    return site.verifier().verify(USER, code).reason();
  }

  @Test
  void ends_authenticators_pending_ones_and_recovery_codes() {
    site.enrollment().begin(Enrollment.Request.app(USER, "tablet", null, false));
    String code = site.code(app, 0);
    assertEquals(List.of(new Reset.Ended(USER, 2, 10)), reset(false, USER));
    assertEquals(Reason.NOT_ENROLLED, verify(code));
    assertEquals(Reason.WRONG, verify(recoveryCode));
    assertEquals(List.of(), site.store().authenticators().of(USER));
  }

  @Test
  void keeps_the_recovery_codes_that_are_to_stay() {
    assertEquals(List.of(new Reset.Ended(USER, 1, 0)), reset(true, USER));
    assertEquals(Reason.ACCEPTED, verify(recoveryCode));
  }

  @Test
  void lets_the_user_enroll_anew_under_the_same_label() {
    reset(false, USER);
    Authenticator successor = site.enroll(USER);
    assertEquals(Reason.ACCEPTED, verify(site.code(successor, 0)));
  }

  @Test
  void works_while_two_factor_authentication_is_off() {
    site.config.put("enable_two_factor_auth", false);
    assertEquals(List.of(new Reset.Ended(USER, 1, 10)), reset(false, USER));
  }

  @Test
  void is_no_error_where_there_is_nothing_to_end() {
    site.add(OTHER);
    assertEquals(List.of(new Reset.Ended(OTHER, 0, 0)), reset(false, OTHER));
  }

  @Test
  void resets_all_of_several_or_none() {
    Failure failure = assertThrows(Failure.class, () -> reset(false, USER, "x@example.com"));
    assertEquals(Failure.Kind.NOT_FOUND, failure.kind());
    assertEquals(Reason.ACCEPTED, verify(site.code(app, 0)));
  }

  @Test
  void needs_a_reason_and_records_it() {
    Reset.Order unreasoned = new Reset.Order(" ", false, false);
    Failure failure =
        assertThrows(Failure.class, () -> site.reset().reset(List.of(USER), unreasoned));
    assertEquals("a reason cannot be empty", failure.getMessage());
    reset(false, USER);
    assertEquals("user.reset-2fa user@example.com ok (phone lost)", AuditTrail.last(site.file));
  }

  @Test
  void leaves_an_exemption_alone() {
    site.leave().exempt(USER, site.clock.instant().plusSeconds(60), "travel");
    reset(false, USER);
    assertFalse(Policy.decide(site.values(), site.accounts().find(USER), site.login()).required());
    assertTrue(site.store().exemptions().find(USER).isPresent());
  }
}
