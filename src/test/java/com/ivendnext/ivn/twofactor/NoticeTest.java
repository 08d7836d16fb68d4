package com.ivendnext.ivn.twofactor;

import static com.ivendnext.ivn.TestSite.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Mailbox;
import com.ivendnext.ivn.TestSite;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticeTest {
  @TempDir Path directory;

  private final Mailbox mailbox = new Mailbox();
  private TestSite site;

  @BeforeEach
  void open() {
    site = new TestSite(directory);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private Verification confirmed() {
    Authenticator pending =
        site.enrollment().begin(Enrollment.Request.app(USER, "app", null, false)).authenticator();
    return site.confirmation().confirm(USER, site.code(pending, 0)).orFail();
  }

  private void after(Verification verification) {
    site.notice(mailbox).after(verification);
  }

  @Test
  void a_new_authenticator_is_told_to_its_user() {
    after(confirmed());
    Letter letter = mailbox.letters.get(0);
    assertEquals(USER, letter.to());
    assertEquals("New authenticator for your account on iVendNext", letter.subject());
    assertTrue(letter.text().contains("\"app\" now gives codes for your account " + USER));
  }

  @Test
  void an_ordinary_code_is_not() {
    Authenticator app = site.enroll(USER);
    after(site.verifier().verify(USER, site.code(app, 0)).orFail());
    assertTrue(mailbox.letters.isEmpty());
  }

  @Test
  void a_wrong_first_code_is_not() {
    Authenticator pending =
        site.enrollment().begin(Enrollment.Request.app(USER, "app", null, false)).authenticator();
    after(site.confirmation().confirm(USER, site.wrongCode(pending)));
    assertTrue(mailbox.letters.isEmpty());
  }

  @Test
  void recovery_codes_that_run_low_are_told_at_three_and_fewer() {
    List<RecoveryCode> codes = site.recoveryCodes().generate(USER);
    for (int used = 1; used <= RecoveryCodes.NUMBER; used++) {
      after(site.verifier().verify(USER, codes.get(used - 1).grouped()).orFail());
      assertEquals(Math.max(0, used - 6), mailbox.letters.size(), used + " used");
    }
    assertEquals("Recovery codes for iVendNext are running low", mailbox.letters.get(0).subject());
    assertTrue(mailbox.letters.get(0).text().contains("You have 3 left."));
    assertTrue(mailbox.letters.get(3).text().contains("That was the last one."));
  }

  @Test
  void a_server_that_fails_does_not_matter() {
    mailbox.breakDown();
    after(confirmed());
    assertEquals(List.of(), site.notice(mailbox).ofReset(List.of(USER)));
  }

  @Test
  void nor_do_settings_that_nobody_can_read() {
    Verification confirmed = confirmed();
    site.config.put("otp_issuer_name", "a:b");
    after(confirmed);
    assertTrue(mailbox.letters.isEmpty());
  }

  @Test
  void nothing_is_tried_while_mail_is_not_set_up() {
    mailbox.lack("mail_server is not set");
    after(confirmed());
    assertTrue(mailbox.letters.isEmpty());
  }

  @Test
  void whoever_was_told_of_a_reset_is_named() {
    assertEquals(List.of(USER), site.notice(mailbox).ofReset(List.of(USER, "nobody@example.com")));
    assertFalse(mailbox.letters.get(0).text().isEmpty());
  }
}
