package com.ivendnext.ivn.twofactor;

import static com.ivendnext.ivn.TestSite.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.Mailbox;
import com.ivendnext.ivn.TestSite;
import com.ivendnext.ivn.settings.Method;
import com.ivendnext.ivn.twofactor.Verification.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutOfBandTest {
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

  private String send() {
    site.outOfBand().send(USER, Method.EMAIL, mailbox);
    return mailbox.lastCode();
  }

  private Failure refusal(Method method) {
    return assertThrows(Failure.class, () -> site.outOfBand().send(USER, method, mailbox));
  }

  private Reason verify(String code) {
    return site.verifier().verify(USER, code).reason();
  }

  private String wrong(String code) {
    return code.equals("000000") ? "000001" : "000000";
  }

  @Test
  void the_code_that_was_sent_is_good() {
    Verification answer = site.verifier().verify(USER, send());
    assertEquals(Reason.ACCEPTED, answer.reason());
    assertEquals("Email", answer.how());
  }

  @Test
  void it_is_good_once() {
    String code = send();
    verify(code);
    assertEquals(Reason.NOT_ENROLLED, verify(code));
  }

  @Test
  void it_is_good_once_after_a_restart_too() {
    String code = send();
    verify(code);
    site.reopen();
    assertFalse(verify(code) == Reason.ACCEPTED);
  }

  @Test
  void it_is_good_for_five_minutes() {
    String code = send();
    site.clock.advance(Duration.ofSeconds(300));
    assertEquals(Reason.NOT_ENROLLED, verify(code));
  }

  @Test
  void a_new_one_cancels_the_one_before() {
    String old = send();
    site.clock.advance(Duration.ofSeconds(30));
    String fresh = send();
    assertNotEquals(old, fresh);
    assertEquals(Reason.WRONG, verify(old));
    assertEquals(Reason.ACCEPTED, verify(fresh));
  }

  @Test
  void the_next_one_can_be_sent_after_half_a_minute() {
    send();
    site.clock.advance(Duration.ofSeconds(12));
    Failure failure = refusal(Method.EMAIL);
    assertEquals(Failure.Kind.TRY_LATER, failure.kind());
    assertEquals("the next code can be sent in 18 s", failure.getMessage());
    assertEquals(1, mailbox.letters.size());
  }

  @Test
  void five_wrong_codes_end_it() {
    String code = send();
    for (int i = 0; i < 5; i++) {
      assertEquals(Reason.WRONG, verify(wrong(code)));
      site.clock.advance(Duration.ofSeconds(8));
    }
    assertEquals(Reason.NOT_ENROLLED, verify(code));
  }

  @Test
  void wrong_codes_are_throttled_over_several_letters() {
    String code = send();
    verify(wrong(code));
    verify(wrong(code));
    site.clock.advance(Duration.ofSeconds(30));
    code = send();
    verify(wrong(code));
    assertEquals(Reason.THROTTLED, verify(code));
    site.clock.advance(Duration.ofSeconds(1));
    assertEquals(Reason.ACCEPTED, verify(code));
  }

  @Test
  void a_code_of_one_user_opens_nothing_for_another() {
    site.add("b@example.com");
    String code = send();
    assertEquals(Reason.NOT_ENROLLED, site.verifier().verify("b@example.com", code).reason());
  }

  @Test
  void an_app_still_works_while_a_letter_is_under_way_and_is_not_blamed_for_it() {
    Authenticator app = site.enroll(USER);
    String sent = send();
    assertEquals(Reason.ACCEPTED, verify(sent));
    assertEquals(0, site.current(app).failures());
    assertEquals(Reason.ACCEPTED, verify(site.code(app, 0)));
  }

  @Test
  void the_letter_says_what_it_is_and_its_masked_address_is_told() {
    OutOfBand.Sent sent = site.outOfBand().send(USER, Method.EMAIL, mailbox);
    assertEquals("u***", sent.destination());
    assertEquals(site.clock.instant().plusSeconds(300), sent.expiresAt());
    assertEquals("Login code from iVendNext", mailbox.letters.get(0).subject());
    assertFalse(mailbox.letters.get(0).toString().contains(mailbox.lastCode()));
  }

  @Test
  void an_sms_needs_a_number() {
    Failure failure = refusal(Method.SMS);
    assertEquals(Failure.Kind.REFUSED, failure.kind());
    assertEquals(USER + " has no number for SMS", failure.getMessage());
  }

  @Test
  void an_sms_follows_the_template_by_plain_substitution() {
    site.config.put("otp_sms_template", "{{ 7*7 }} {{ otp }} ${x}");
    site.accounts()
        .add(
            new Accounts.Draft(
                "c@example.com",
                null,
                UserType.SYSTEM_USER,
                null,
                "+4915112345789",
                null,
                List.of()));
    site.outOfBand().send("c@example.com", Method.SMS, mailbox);
    assertEquals("{{ 7*7 }} " + mailbox.lastCode() + " ${x}", mailbox.letters.get(0).text());
    assertEquals("+4915112345789", mailbox.letters.get(0).to());
  }

  @Test
  void nothing_is_sent_where_a_setting_is_missing() {
    mailbox.lack("mail_server is not set");
    assertEquals(
        "codes by Email cannot be sent: mail_server is not set",
        refusal(Method.EMAIL).getMessage());
    assertTrue(site.store().challenges().of(USER).isEmpty());
  }

  @Test
  void at_the_hundredth_wrong_code_nothing_is_sent_any_more_until_an_administrator_acts() {
    send();
    Challenge challenge = site.store().challenges().find(USER, Method.EMAIL).orElseThrow();
    for (int i = 0; i < 100; i++) {
      challenge = challenge.failed(site.clock.instant());
    }
    site.store().challenges().update(challenge);
    site.clock.advance(Duration.ofHours(1));
    assertEquals(Failure.Kind.REFUSED, refusal(Method.EMAIL).kind());
    site.reset().unlock(USER);
    assertEquals(Reason.ACCEPTED, verify(send()));
  }

  @Test
  void a_reset_ends_it() {
    String code = send();
    site.reset().reset(List.of(USER), new Reset.Order("test", false, true));
    assertEquals(Reason.NOT_ENROLLED, verify(code));
  }
}
