package com.ivendnext.ivn.delivery;

import static com.ivendnext.ivn.TestSite.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.TestSite;
import com.ivendnext.ivn.twofactor.Enrollment;
import com.ivendnext.ivn.twofactor.TestLetter;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters of the domain, as a mail server gets them. */
class LettersTest {
  private static final Pattern LINK =
      Pattern.compile("https://erp\\.example\\.com/qrcode\\?k=([0-9a-f]{48})");

  @TempDir Path directory;

  private TestSite site;
  private MailRelay relay;

  @BeforeEach
  void open() throws Exception {
    site = new TestSite(directory);
    site.config.put("host_name", "https://erp.example.com");
    site.config.put("otp_issuer_name", "Käse & Söhne");
    relay = MailRelay.plain();
  }

  @AfterEach
  void close() throws Exception {
    relay.close();
    site.close();
  }

  private void send() {
    site.linkByMail(TestMail.to(relay.port()).channel())
        .send(site.accounts().find(USER).user(), Enrollment.Request.app(USER, "app", null, false));
  }

  private String part(int index) throws Exception {
    MimeMultipart parts = (MimeMultipart) relay.onlyLetter().getContent();
    return parts.getBodyPart(index).getContent().toString();
  }

  private static String key(String text) {
    Matcher link = LINK.matcher(text);
    assertTrue(link.find(), text);
    return link.group(1);
  }

  @Test
  void the_link_arrives_whole_in_text_and_html() throws Exception {
    send();
    assertTrue(site.enrollmentLink().open(key(part(0))).isPresent());
    assertEquals(key(part(0)), key(part(1)));
    assertTrue(part(1).contains("<a href=\"https://erp.example.com/qrcode?k="), part(1));
  }

  @Test
  void the_html_loads_and_runs_nothing() throws Exception {
    send();
    assertFalse(Pattern.compile("(?i)<(img|script|link|style|iframe)").matcher(part(1)).find());
    assertTrue(part(1).contains("Käse &amp; Söhne"), part(1));
  }

  @Test
  void a_server_that_refuses_the_mailbox_is_quoted_and_leaves_nothing() {
    relay.answering("RCPT", "550 5.1.1 no such user");
    Failure failure = assertThrows(Failure.class, this::send);
    assertEquals(Failure.Kind.DELIVERY, failure.kind());
    assertEquals(
        "the mail server 127.0.0.1 refused the recipient u***@example.com: 550 5.1.1 no such user",
        failure.getMessage());
    assertTrue(site.store().authenticators().of(USER).isEmpty());
  }

  @Test
  void a_test_letter_arrives_by_the_same_way() throws Exception {
    TestLetter.Sent sent =
        TestLetter.to("mail:anna@example.com")
            .send(site.values(), method -> TestMail.to(relay.port()).channel());
    assertEquals("a***@example.com", sent.destination());
    assertEquals("Test from Käse & Söhne", relay.onlyLetter().getSubject());
  }

  @Test
  void a_test_letter_tells_what_is_not_set_up() {
    TestLetter letter = TestLetter.to("mail:anna@example.com");
    TestMail unset = TestMail.to(relay.port()).without("mail_server");
    Failure failure =
        assertThrows(Failure.class, () -> letter.send(site.values(), method -> unset.channel()));
    assertEquals(Failure.Kind.DELIVERY, failure.kind());
    assertEquals("no mail can be sent: mail_server is not set", failure.getMessage());
  }
}
