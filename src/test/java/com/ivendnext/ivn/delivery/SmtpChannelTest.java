package com.ivendnext.ivn.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.Letter;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrives. */
class SmtpChannelTest {
  private MailRelay relay;

  @BeforeEach
  void start() throws IOException {
    relay = MailRelay.plain();
  }

  @AfterEach
  void stop() throws IOException {
    relay.close();
  }

  private TestMail mail() {
    return TestMail.to(relay.port());
  }

  private MimeBodyPart part(int index) throws Exception {
    return (MimeBodyPart) ((MimeMultipart) relay.onlyLetter().getContent()).getBodyPart(index);
  }

  @Test
  void hands_the_letter_to_the_recipient() throws Exception {
    mail().send();
    MimeMessage letter = relay.onlyLetter();
    assertEquals("anna@example.com", letter.getAllRecipients()[0].toString());
    assertEquals("site@example.org", letter.getFrom()[0].toString());
    assertEquals("Your code", letter.getSubject());
  }

  @Test
  void sends_the_text_first_and_the_same_as_html() throws Exception {
    mail().send();
    assertTrue(relay.onlyLetter().getContentType().startsWith("multipart/alternative"));
    assertTrue(part(0).isMimeType("text/plain"));
    assertEquals(
        "Your code is 492039.\r\n\r\nIt lives 5 minutes.", part(0).getContent().toString().strip());
    assertTrue(part(1).isMimeType("text/html"));
    assertTrue(
        part(1)
            .getContent()
            .toString()
            .contains("<p>Your code is 492039.</p>\r\n<p>It lives 5 minutes.</p>"));
  }

  @Test
  void asks_for_no_automatic_reply() throws Exception {
    mail().send();
    assertEquals("auto-generated", relay.onlyLetter().getHeader("Auto-Submitted", null));
  }

  @Test
  void dates_the_letter_by_the_clock() throws Exception {
    mail().send();
    assertEquals(Date.from(TestMail.NOW), relay.onlyLetter().getSentDate());
  }

  @Test
  void names_the_letter_in_the_domain_of_the_sender() throws Exception {
    mail().send();
    String id = relay.onlyLetter().getMessageID();
    assertTrue(id.matches("<[0-9a-f-]{36}@example\\.org>"), id);
  }

  @Test
  void greets_as_the_domain_of_the_sender() {
    mail().send();
    assertEquals("EHLO example.org", relay.heard().get(0));
  }

  @Test
  void keeps_a_subject_of_any_script() throws Exception {
    String subject = "Anmeldung bei Käse & Söhne: 认证码 🔑";
    mail().channel().deliver(new Letter("anna@example.com", subject, "text"));
    assertEquals(subject, relay.onlyLetter().getSubject());
    assertTrue(relay.onlyLetter().getHeader("Subject", null).startsWith("=?UTF-8?"));
  }

  @Test
  void keeps_a_sender_name_of_any_script() throws Exception {
    mail().with("email_sender_name", "Köhler, \"邮件\" <x@y.z>").send();
    InternetAddress sender = (InternetAddress) relay.onlyLetter().getFrom()[0];
    assertEquals("Köhler, \"邮件\" <x@y.z>", sender.getPersonal());
    assertEquals("site@example.org", sender.getAddress());
    assertEquals(1, relay.onlyLetter().getFrom().length);
  }

  @Test
  void keeps_a_text_of_any_script() throws Exception {
    String text = "Grüße, Ваш код: 4711\n.\nein Punkt allein";
    mail().channel().deliver(new Letter("anna@example.com", "s", text));
    assertEquals(text.replace("\n", "\r\n"), part(0).getContent().toString().strip());
  }

  @Test
  void logs_in_where_login_and_password_are_set() throws Exception {
    relay.knowing("postman", "hunter22");
    mail().with("mail_login", "postman").with("mail_password", "hunter22").send();
    assertTrue(relay.heard().contains("AUTH LOGIN"), relay.heard().toString());
    assertEquals(1, relay.letters());
  }

  @Test
  void does_not_log_in_without_a_password() {
    mail().with("mail_login", "postman").send();
    assertTrue(relay.heard().stream().noneMatch(line -> line.startsWith("AUTH")));
  }

  @Test
  void sends_as_the_login_where_that_is_an_address() throws Exception {
    mail().without("auto_email_id").with("mail_login", "postman@example.net").send();
    assertEquals("postman@example.net", relay.onlyLetter().getFrom()[0].toString());
  }

  @Test
  void a_letter_taken_stays_delivered_when_the_good_bye_fails() {
    relay.answering("QUIT", null);
    mail().send();
    assertEquals(1, relay.letters());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anna@example.com\r\nBcc: eve@example.com",
        "anna@example.com\nDATA",
        "anna@example.com> SIZE=1",
        "anna@example.com, eve@example.com",
        "anna@example.com\u0000",
        "anna@exämple.com",
        "Anna <anna@example.com>",
        "a@b@example.com",
        "anna",
        ""
      })
  void refuses_a_recipient_that_is_not_one_plain_address(String to) {
    assertEquals(
        "the recipient is not a mail address that ivn can use",
        mail().refusal(new Letter(to, "s", "t")).getMessage());
    assertEquals(0, relay.heard().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nBcc: eve@example.com", "a\nb", "a\rb", "a\u0000b", "a\u2028b"})
  void refuses_a_subject_with_control_characters(String subject) {
    Letter letter = new Letter("anna@example.com", subject, "text");
    assertEquals(
        "the subject holds a control character, so no mail was sent",
        mail().refusal(letter).getMessage());
    assertEquals(0, relay.heard().size());
  }

  @Test
  void refuses_a_sender_name_with_control_characters() {
    assertEquals(
        "email_sender_name holds a control character, so no mail was sent",
        mail().with("email_sender_name", "x\r\nBcc: eve@example.com").refusal().getMessage());
  }

  @Test
  void refuses_a_sender_that_is_no_address() {
    assertEquals(
        "the sender is not a mail address that ivn can use",
        mail().with("auto_email_id", "a@b.c\r\nBcc: eve@b.c").refusal().getMessage());
  }

  @Test
  void misses_nothing_where_all_is_set() {
    assertNull(mail().channel().missing());
  }

  @Test
  void misses_a_server() {
    assertEquals("mail_server is not set", mail().without("mail_server").channel().missing());
    assertEquals("mail_server is not set", mail().with("mail_server", " ").channel().missing());
  }

  @Test
  void misses_a_sender() {
    TestMail mail = mail().without("auto_email_id").with("mail_login", "postman");
    assertEquals("neither auto_email_id nor mail_login names a sender", mail.channel().missing());
  }

  @Test
  void refuses_to_send_while_something_is_missing() {
    assertEquals(
        "no mail can be sent: mail_server is not set",
        mail().without("mail_server").refusal().getMessage());
  }

  @Test
  void takes_the_usual_ports_where_none_is_set() {
    assertEquals(587, new MailAccount(values("use_ssl", false)).server().port());
    assertEquals(465, new MailAccount(values("use_ssl", true)).server().port());
  }

  private static Values values(String key, Object value) {
    return new Values(Map.of("mail_server", "mail.example.com", key, value), named -> "");
  }
}
