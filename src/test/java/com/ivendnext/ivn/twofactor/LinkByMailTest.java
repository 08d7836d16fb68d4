package com.ivendnext.ivn.twofactor;

import static com.ivendnext.ivn.TestSite.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.AuditTrail;
import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.Mailbox;
import com.ivendnext.ivn.TestSite;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.twofactor.LinkByMail.Sent;
import com.ivendnext.ivn.twofactor.LinkByMail.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkByMailTest {
  @TempDir Path directory;

  private final Mailbox mailbox = new Mailbox();
  private TestSite site;

  @BeforeEach
  void open() {
    site = new TestSite(directory);
    site.config.put("host_name", "https://erp.example.com");
  }

  @AfterEach
  void close() {
    site.close();
  }

  private User user() {
    return site.accounts().find(USER).user();
  }

  private Sent send(String label) {
    return site.linkByMail(mailbox).send(user(), Enrollment.Request.app(USER, label, null, false));
  }

  private Sent send() {
    return send(Enrollment.USUAL_LABEL);
  }

  private Optional<Waiting> sendUnlessLive() {
    return site.linkByMail(mailbox).sendUnlessLive(user());
  }

  private Failure refusal() {
    return assertThrows(Failure.class, this::send);
  }

  private boolean opens(String key) {
    return site.enrollmentLink().open(key).isPresent();
  }

  private List<Authenticator> held() {
    return site.store().authenticators().of(USER);
  }

  @Test
  void the_letter_holds_the_link() {
    Sent sent = send();
    assertEquals(USER, mailbox.letters.get(0).to());
    assertTrue(mailbox.lastLink().startsWith("https://erp.example.com/qrcode?k="));
    assertTrue(opens(mailbox.lastKey()));
    assertEquals("u***", sent.destination());
    assertEquals(site.clock.instant().plusSeconds(240), sent.expiresAt());
  }

  @Test
  void the_letter_says_what_it_is_for_and_how_long_it_works() {
    send();
    Letter letter = mailbox.letters.get(0);
    assertEquals("Set up your second factor on iVendNext", letter.subject());
    assertTrue(letter.text().contains("Your account user@example.com on iVendNext"));
    assertTrue(letter.text().contains("works for 4 minutes"));
    String secret = site.store().authenticators().secret(held().get(0)).base32();
    assertFalse(letter.text().contains(secret));
  }

  @Test
  void what_is_told_here_holds_neither_link_nor_secret() {
    String told = send().toString();
    assertFalse(told.contains(mailbox.lastKey()));
    assertFalse(told.contains(site.store().authenticators().secret(held().get(0)).base32()));
  }

  @Test
  void an_unencrypted_host_is_warned_of() {
    assertEquals(List.of(), send().warnings());
    site.config.put("host_name", "http://erp.example.com");
    assertEquals(1, send().warnings().size());
  }

  @Test
  void a_user_without_a_mailbox_gets_none() {
    User administrator = site.accounts().find("Administrator").user();
    Enrollment.Request request = Enrollment.Request.app("Administrator", "app", null, false);
    Failure failure =
        assertThrows(Failure.class, () -> site.linkByMail(mailbox).send(administrator, request));
    assertEquals("Administrator has no mailbox", failure.getMessage());
    assertEquals(Failure.Kind.REFUSED, failure.kind());
    assertTrue(site.store().authenticators().of("Administrator").isEmpty());
  }

  @Test
  void while_mail_is_not_set_up_nothing_is_made() {
    mailbox.lack("mail_server is not set");
    assertEquals("no mail can be sent: mail_server is not set", refusal().getMessage());
    assertTrue(held().isEmpty());
  }

  @Test
  void while_host_name_is_not_set_nothing_is_made_or_sent() {
    site.config.remove("host_name");
    assertEquals(Failure.Kind.REFUSED, refusal().kind());
    assertTrue(held().isEmpty());
    assertTrue(mailbox.letters.isEmpty());
  }

  @Test
  void a_letter_that_is_not_taken_leaves_nothing_but_a_record() {
    mailbox.breakDown();
    assertEquals(Failure.Kind.DELIVERY, refusal().kind());
    assertTrue(held().isEmpty());
    assertTrue(site.store().enrollmentLinks().of(USER).isEmpty());
    assertEquals("enrollment-link.issue " + USER + " not_sent [app]", AuditTrail.last(site.file));
  }

  @Test
  void a_letter_that_is_not_taken_leaves_what_was_pending_and_its_link() {
    send();
    String key = mailbox.lastKey();
    List<Authenticator> before = held();
    mailbox.breakDown();
    refusal();
    assertEquals(before, held());
    assertTrue(opens(key));
  }

  @Test
  void a_letter_that_is_not_taken_brings_no_expired_link_back() {
    send();
    site.clock.advance(Duration.ofSeconds(240));
    mailbox.breakDown();
    refusal();
    assertTrue(site.store().enrollmentLinks().of(USER).isEmpty());
    assertEquals(1, held().size());
  }

  @Test
  void a_successor_that_cannot_be_sent_leaves_the_active_one() {
    Authenticator active = site.current(site.enroll(USER));
    mailbox.breakDown();
    assertThrows(
        Failure.class,
        () ->
            site.linkByMail(mailbox).send(user(), Enrollment.Request.app(USER, "app", null, true)));
    assertEquals(List.of(active), held());
  }

  @Test
  void a_first_login_sends_one_letter_while_a_link_lives() {
    Waiting first = sendUnlessLive().orElseThrow();
    site.clock.advance(Duration.ofSeconds(239));
    assertEquals(first, sendUnlessLive().orElseThrow());
    assertEquals(1, mailbox.letters.size());
    site.clock.advance(Duration.ofSeconds(1));
    String before = mailbox.lastKey();
    sendUnlessLive().orElseThrow();
    assertNotEquals(before, mailbox.lastKey());
    assertEquals(1, held().size());
  }

  @Test
  void a_first_login_takes_the_app_that_waits_under_another_name() {
    send("work phone");
    site.clock.advance(Duration.ofSeconds(240));
    sendUnlessLive().orElseThrow();
    assertEquals(1, held().size());
  }

  @Test
  void a_first_login_is_told_nothing_of_trouble_with_mail() {
    mailbox.breakDown();
    assertEquals(Optional.empty(), sendUnlessLive());
    assertTrue(held().isEmpty());
    assertEquals("enrollment-link.issue " + USER + " not_sent [app]", AuditTrail.last(site.file));
  }

  @Test
  void a_first_login_goes_without_where_it_is_not_set_up() {
    site.config.remove("host_name");
    assertEquals(Optional.empty(), sendUnlessLive());
    site.config.put("host_name", "https://erp.example.com");
    mailbox.lack("mail_server is not set");
    assertEquals(Optional.empty(), sendUnlessLive());
    assertTrue(held().isEmpty());
  }

  @Test
  void guessing_an_authenticator_to_its_end_does_not_open_the_way_through_the_mailbox() {
    Authenticator app = site.enroll(USER);
    for (int i = 0; i < Throttle.LIMIT; i++) {
      site.store().authenticators().update(site.current(app).failed(site.clock.instant()));
    }
    assertEquals(Optional.empty(), sendUnlessLive());
    assertTrue(mailbox.letters.isEmpty());
  }

  @Test
  void a_hardware_token_under_the_usual_name_gets_no_link() {
    site.enrollment()
        .begin(
            new Enrollment.Request(
                USER,
                "app",
                SharedSecret.ofBase32("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"),
                false,
                Authenticator.Kind.HOTP,
                0));
    assertEquals(Optional.empty(), sendUnlessLive());
  }
}
