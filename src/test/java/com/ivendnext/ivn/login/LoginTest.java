package com.ivendnext.ivn.login;

import static com.ivendnext.ivn.TestSite.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.Mailbox;
import com.ivendnext.ivn.TestSite;
import com.ivendnext.ivn.crypto.PasswordHash;
import com.ivendnext.ivn.login.Login.Outcome;
import com.ivendnext.ivn.login.Login.Status;
import com.ivendnext.ivn.settings.Method;
import com.ivendnext.ivn.twofactor.Authenticator;
import com.ivendnext.ivn.twofactor.Enrollment;
import com.ivendnext.ivn.twofactor.LoginContext;
import com.ivendnext.ivn.twofactor.User;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginTest {
  private static final String PASSWORD = "Correct-horse-0";
  private static final PasswordHash STORED =
      PasswordHash.parse(
              "$pbkdf2-sha256$29000$FSKk9H6PkRJCqDUmxJgzJg$C7G/U4pgMrOEyGeNGbs3PCbhC.uumHxbE5ig6ZiG8Bw")
          .orElseThrow();

  @TempDir Path directory;

  private final Mailbox mailbox = new Mailbox();
  private TestSite site;
  private String address = "192.0.2.7";

  @BeforeEach
  void open() {
    site = new TestSite(directory);
    site.store().passwords().set(USER, STORED, site.clock.instant());
  }

  @AfterEach
  void close() {
    site.close();
  }

  private Login login() {
    return new Login(site.store(), site.values(), site.clock, SecureRandom::new);
  }

  private LoginContext here() {
    return site.login().from(address);
  }

  private Outcome start() {
    return login().start(USER, PASSWORD.toCharArray(), here(), method -> mailbox);
  }

  private Outcome finish(Outcome begun, String code) {
    return login().finish(begun.tmpId(), code, here(), method -> mailbox);
  }

  private Failure refusal(Outcome begun, String code) {
    return assertThrows(Failure.class, () -> finish(begun, code));
  }

  @Test
  void a_password_is_enough_where_no_second_factor_is_needed() {
    site.config.put("enable_two_factor_auth", false);
    Outcome outcome = start();
    assertEquals(Status.LOGGED_IN, outcome.status());
    assertNull(outcome.tmpId());
  }

  @Test
  void unknown_user_and_wrong_password_get_the_same_answer() {
    Failure wrong =
        assertThrows(
            Failure.class,
            () -> login().start(USER, "wrong".toCharArray(), here(), method -> mailbox));
    Failure unknown =
        assertThrows(
            Failure.class,
            () -> login().start("x@y.z", "wrong".toCharArray(), here(), method -> mailbox));
    assertEquals(wrong.getMessage(), unknown.getMessage());
    assertEquals(Failure.Kind.REJECTED, unknown.kind());
  }

  @Test
  void the_app_gives_the_code() {
    Authenticator app = site.enroll(USER);
    Outcome begun = start();
    assertEquals(Status.OTP_REQUIRED, begun.status());
    assertEquals(Method.OTP_APP, begun.method());
    assertEquals(site.clock.instant().plusSeconds(180), begun.expiresAt());
    assertEquals(Status.LOGGED_IN, finish(begun, site.code(app, 0)).status());
  }

  @Test
  void a_login_ends_once() {
    Authenticator app = site.enroll(USER);
    Outcome begun = start();
    finish(begun, site.code(app, 0));
    assertEquals(
        "the login has expired or is unknown", refusal(begun, site.code(app, 1)).getMessage());
  }

  @Test
  void a_code_that_one_login_used_does_not_finish_another() {
    Authenticator app = site.enroll(USER);
    Outcome one = start();
    Outcome other = start();
    String code = site.code(app, 0);
    finish(one, code);
    assertEquals("replayed", refusal(other, code).details().get("reason"));
  }

  @Test
  void a_wrong_code_can_be_mended_while_the_login_lives() {
    Authenticator app = site.enroll(USER);
    Outcome begun = start();
    refusal(begun, site.wrongCode(app));
    assertEquals(Status.LOGGED_IN, finish(begun, site.code(app, 0)).status());
  }

  @Test
  void a_login_expires() {
    Authenticator app = site.enroll(USER);
    Outcome begun = start();
    site.clock.advance(Duration.ofSeconds(180));
    assertEquals(Failure.Kind.REJECTED, refusal(begun, site.code(app, 0)).kind());
  }

  @Test
  void a_login_does_not_move_to_another_address() {
    Authenticator app = site.enroll(USER);
    Outcome begun = start();
    address = "198.51.100.1";
    assertEquals(
        "the login has expired or is unknown", refusal(begun, site.code(app, 0)).getMessage());
  }

  @Test
  void the_password_step_does_not_forgive_wrong_codes() {
    Authenticator app = site.enroll(USER);
    Outcome begun = start();
    for (int i = 0; i < 3; i++) {
      refusal(begun, site.wrongCode(app));
    }
    Outcome again = start();
    assertEquals(Failure.Kind.TRY_LATER, refusal(again, site.code(app, 0)).kind());
  }

  @Test
  void whoever_has_enrolled_nothing_is_told_so_and_proves_what_is_pending() {
    Outcome begun = start();
    assertEquals(Status.ENROLLMENT_REQUIRED, begun.status());
    Authenticator pending =
        site.enrollment().begin(Enrollment.Request.app(USER, "app", null, false)).authenticator();
    assertEquals(Status.LOGGED_IN, finish(begun, site.code(pending, 0)).status());
    assertEquals(Authenticator.State.ACTIVE, site.current(pending).state());
  }

  @Test
  void a_first_login_brings_a_link_and_goes_on_with_the_next_code() {
    site.config.put("host_name", "https://erp.example.com");
    Outcome begun = start();
    assertEquals(Status.ENROLLMENT_REQUIRED, begun.status());
    assertEquals("u***", begun.destination());
    assertEquals(
        "Please check your registered email address for instructions on how to proceed."
            + " Do not close this window as you will have to return to it.",
        begun.prompt());
    Authenticator app = site.store().authenticators().of(USER).get(0);
    String first = site.code(app, 0);
    site.enrollmentLink().confirm(mailbox.lastKey(), first).orElseThrow().orFail();
    assertEquals("replayed", refusal(begun, first).details().get("reason"));
    assertEquals(Status.LOGGED_IN, finish(begun, site.code(app, 1)).status());
  }

  @Test
  void a_login_with_a_link_lives_as_long_as_one_with_a_sent_code() {
    site.config.put("host_name", "https://erp.example.com");
    assertEquals(site.clock.instant().plusSeconds(300), start().expiresAt());
  }

  @Test
  void a_link_that_cannot_be_sent_changes_nothing_in_the_answer() {
    Outcome unset = start();
    site.config.put("host_name", "https://erp.example.com");
    mailbox.breakDown();
    Outcome broken = start();
    assertEquals(without(unset), without(broken));
    assertNull(broken.prompt());
    assertNull(broken.destination());
  }

  private static Outcome without(Outcome outcome) {
    return new Outcome(
        outcome.status(),
        outcome.user(),
        null,
        outcome.method(),
        outcome.destination(),
        outcome.expiresAt(),
        outcome.prompt());
  }

  @Test
  void whoever_has_an_app_gets_no_link() {
    site.config.put("host_name", "https://erp.example.com");
    site.enroll(USER);
    assertNull(start().prompt());
    assertTrue(mailbox.letters.isEmpty());
  }

  @Test
  void a_first_code_that_finishes_a_login_is_told_by_mail() {
    Outcome begun = start();
    Authenticator pending =
        site.enrollment().begin(Enrollment.Request.app(USER, "app", null, false)).authenticator();
    finish(begun, site.code(pending, 0));
    assertEquals(
        "New authenticator for your account on iVendNext", mailbox.letters.get(0).subject());
  }

  @Test
  void a_login_does_not_fail_because_a_notice_cannot_be_sent() {
    Outcome begun = start();
    Authenticator pending =
        site.enrollment().begin(Enrollment.Request.app(USER, "app", null, false)).authenticator();
    mailbox.breakDown();
    assertEquals(Status.LOGGED_IN, finish(begun, site.code(pending, 0)).status());
  }

  @Test
  void a_recovery_code_finishes_a_login() {
    site.enroll(USER);
    String code = site.recoveryCodes().generate(USER).get(0).grouped();
    assertEquals(Status.LOGGED_IN, finish(start(), code).status());
  }

  @Test
  void a_mail_brings_the_code() {
    site.config.put("two_factor_method", "Email");
    Outcome begun = start();
    assertEquals("u***", begun.destination());
    assertEquals(USER, mailbox.letters.get(0).to());
    assertEquals(Status.LOGGED_IN, finish(begun, mailbox.lastCode()).status());
  }

  @Test
  void a_code_from_a_mail_is_good_once() {
    site.config.put("two_factor_method", "Email");
    Outcome one = start();
    String code = mailbox.lastCode();
    finish(one, code);
    site.clock.advance(Duration.ofSeconds(30));
    Outcome other = start();
    assertEquals(Failure.Kind.REJECTED, refusal(other, code).kind());
  }

  @Test
  void nobody_gets_in_when_the_mail_cannot_be_sent() {
    site.config.put("two_factor_method", "Email");
    mailbox.breakDown();
    Failure failure = assertThrows(Failure.class, this::start);
    assertEquals(Failure.Kind.DELIVERY, failure.kind());
  }

  @Test
  void an_address_that_is_not_allowed_is_refused() {
    restrict("198.51.100.0/24");
    assertEquals(
        "logging in is not allowed from this address",
        assertThrows(Failure.class, this::start).getMessage());
    address = null;
    assertThrows(Failure.class, this::start);
  }

  @Test
  void a_second_factor_excuses_the_address_where_the_setting_says_so() {
    site.enroll(USER);
    restrict("198.51.100.0/24");
    site.config.put("bypass_restrict_ip_check_if_2fa_enabled", true);
    assertEquals(Status.OTP_REQUIRED, start().status());
    site.config.put("enable_two_factor_auth", false);
    assertThrows(Failure.class, this::start);
  }

  private void restrict(String addresses) {
    User user = site.accounts().find(USER).user();
    site.store()
        .users()
        .update(
            new User(
                user.name(),
                user.fullName(),
                user.type(),
                true,
                user.email(),
                null,
                addresses,
                user.createdAt()));
  }

  @Test
  void what_the_client_holds_does_not_stand_in_the_store() {
    site.enroll(USER);
    Outcome begun = start();
    assertTrue(site.store().pendingLogins().find(begun.tmpId()).isEmpty());
    assertEquals(48, begun.tmpId().length());
  }
}
