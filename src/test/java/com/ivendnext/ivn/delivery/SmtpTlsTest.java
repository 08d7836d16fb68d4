package com.ivendnext.ivn.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.delivery.MailRelay.Tls;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Who is spoken to, and who overhears it. */
class SmtpTlsTest {
  private static TestMail startTls(MailRelay relay) {
    return TestMail.to(relay.port()).with("use_tls", true).trusting(TestTls.HERE);
  }

  private static TestMail implicitTls(MailRelay relay) {
    return TestMail.to(relay.port()).with("use_ssl", true).trusting(TestTls.HERE);
  }

  @Test
  void sends_through_starttls() throws IOException {
    try (MailRelay relay = new MailRelay(Tls.STARTTLS, TestTls.HERE)) {
      startTls(relay).send();
      assertEquals("STARTTLS", relay.heard().get(1));
      assertEquals(1, relay.letters());
    }
  }

  @Test
  void sends_through_tls_from_the_first_byte() throws IOException {
    try (MailRelay relay = new MailRelay(Tls.IMPLICIT, TestTls.HERE)) {
      implicitTls(relay).send();
      assertEquals(1, relay.letters());
    }
  }

  @Test
  void use_ssl_wins_over_use_tls() throws IOException {
    try (MailRelay relay = new MailRelay(Tls.IMPLICIT, TestTls.HERE)) {
      implicitTls(relay).with("use_tls", true).send();
      assertFalse(relay.heard().contains("STARTTLS"));
    }
  }

  @Test
  void the_password_waits_for_tls() throws IOException {
    try (MailRelay relay = new MailRelay(Tls.STARTTLS, TestTls.HERE)) {
      relay.knowing("postman", "hunter22");
      startTls(relay).with("mail_login", "postman").with("mail_password", "hunter22").send();
      assertTrue(relay.heard().indexOf("AUTH LOGIN") > relay.heard().indexOf("STARTTLS"));
    }
  }

  @Test
  void sends_nothing_where_starttls_is_not_offered() throws IOException {
    try (MailRelay relay = MailRelay.plain()) {
      TestMail mail =
          startTls(relay).with("mail_login", "postman").with("mail_password", "hunter22");
      assertEquals(
          "the mail server 127.0.0.1 does not offer STARTTLS, so nothing was sent",
          mail.refusal().getMessage());
      assertEquals("EHLO example.org", String.join(" ", relay.heard()));
    }
  }

  @Test
  void sends_nothing_where_starttls_is_refused() throws IOException {
    try (MailRelay relay = new MailRelay(Tls.STARTTLS, TestTls.HERE)) {
      relay.answering("STARTTLS", "454 4.7.0 TLS not available");
      assertEquals(
          "the mail server 127.0.0.1 did not take the letter: 454 4.7.0 TLS not available",
          startTls(relay).refusal().getMessage());
      assertEquals("EHLO example.org STARTTLS", String.join(" ", relay.heard()));
    }
  }

  @Test
  void does_not_trust_a_certificate_that_nobody_vouches_for() throws IOException {
    try (MailRelay relay = new MailRelay(Tls.STARTTLS, TestTls.HERE)) {
      assertEquals(
          "the certificate of the mail server 127.0.0.1 is not trusted",
          startTls(relay).trusting(null).refusal().getMessage());
      assertEquals(0, relay.letters());
    }
  }

  @Test
  void does_not_trust_such_a_certificate_with_implicit_tls_either() throws IOException {
    try (MailRelay relay = new MailRelay(Tls.IMPLICIT, TestTls.HERE)) {
      assertEquals(
          "the certificate of the mail server 127.0.0.1 is not trusted",
          implicitTls(relay).trusting(null).refusal().getMessage());
      assertEquals(0, relay.letters());
    }
  }

  @Test
  void does_not_take_a_trusted_certificate_of_another_host() throws IOException {
    try (MailRelay relay = new MailRelay(Tls.STARTTLS, TestTls.ELSEWHERE)) {
      assertEquals(
          "the certificate of the mail server 127.0.0.1 is for another host",
          startTls(relay).trusting(TestTls.ELSEWHERE).refusal().getMessage());
      assertEquals(0, relay.letters());
    }
  }

  @Test
  void does_not_take_it_with_implicit_tls_either() throws IOException {
    try (MailRelay relay = new MailRelay(Tls.IMPLICIT, TestTls.ELSEWHERE)) {
      assertEquals(
          "the certificate of the mail server 127.0.0.1 is for another host",
          implicitTls(relay).trusting(TestTls.ELSEWHERE).refusal().getMessage());
      assertEquals(0, relay.letters());
    }
  }

  @Test
  void says_when_the_port_speaks_no_tls() throws IOException {
    try (MailRelay relay = MailRelay.plain()) {
      assertEquals(
          "the mail server 127.0.0.1 does not speak TLS as asked on port " + relay.port(),
          implicitTls(relay).refusal().getMessage());
    }
  }
}
