package com.ivendnext.ivn.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.ivendnext.ivn.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters that do not leave, and why. */
class SmtpTroubleTest {
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

  private TestMail loggedIn() {
    return mail().with("mail_login", "postman").with("mail_password", "hunter22");
  }

  @Test
  void says_that_the_server_is_down() throws IOException {
    int port = relay.port();
    relay.close();
    Failure failure = TestMail.to(port).refusal();
    assertEquals(
        "the mail server 127.0.0.1 takes no connections on port " + port, failure.getMessage());
    assertEquals("check mail_server and mail_port", failure.hint());
  }

  @Test
  void says_that_the_server_does_not_answer() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
      assertEquals(
          "the mail server 127.0.0.1 did not answer in time",
          TestMail.to(silent.getLocalPort())
              .patience(Duration.ofMillis(100))
              .refusal()
              .getMessage());
    }
  }

  @Test
  void says_that_the_login_is_refused() {
    relay.knowing("postman", "another");
    Failure failure = loggedIn().refusal();
    assertEquals(
        "the mail server 127.0.0.1 refused the login: "
            + "535 5.7.8  Authentication credentials invalid",
        failure.getMessage());
    assertEquals("check mail_login and mail_password", failure.hint());
  }

  @Test
  void says_that_the_recipient_is_refused() {
    relay.answering("RCPT", "550 5.1.1 No such user here");
    assertEquals(
        "the mail server 127.0.0.1 refused the recipient a***@example.com: "
            + "550 5.1.1 No such user here",
        mail().refusal().getMessage());
  }

  @Test
  void says_that_the_sender_is_refused() {
    relay.answering("MAIL", "553 5.7.1 Not owned by user postman");
    assertEquals(
        "the mail server 127.0.0.1 refused the sender: 553 5.7.1 Not owned by user postman",
        mail().refusal().getMessage());
  }

  @Test
  void says_that_the_letter_is_refused() {
    relay.answering(".", "554 5.7.1 Looks like spam");
    assertEquals(
        "the mail server 127.0.0.1 did not take the letter: 554 5.7.1 Looks like spam",
        mail().refusal().getMessage());
  }

  @Test
  void says_what_an_unwelcoming_server_says() {
    relay.answering("GREETING", "554 no service for you");
    assertEquals(
        "the mail server 127.0.0.1 did not take the letter: 554 no service for you",
        mail().refusal().getMessage());
  }

  @Test
  void says_that_the_server_hung_up() {
    relay.answering("RCPT", null);
    assertEquals("the mail server 127.0.0.1 closed the connection", mail().refusal().getMessage());
  }

  @Test
  void tells_the_first_line_of_an_answer_only() {
    relay.answering("RCPT", "550-first line\r\n550-second line\r\n550 third line");
    assertEquals(
        "the mail server 127.0.0.1 refused the recipient a***@example.com: 550-first line",
        mail().refusal().getMessage());
  }

  @Test
  void makes_an_answer_harmless() {
    relay.answering("RCPT", "550 \u001b[2Jcleared\u0007");
    assertEquals(
        "the mail server 127.0.0.1 refused the recipient a***@example.com: 550 ?[2Jcleared?",
        mail().refusal().getMessage());
  }

  @Test
  void hides_the_recipient_that_the_server_repeats() {
    relay.answering("RCPT", "550 <anna@example.com>: Recipient address rejected");
    assertEquals(
        "the mail server 127.0.0.1 refused the recipient a***@example.com: "
            + "550 <***>: Recipient address rejected",
        mail().refusal().getMessage());
  }

  @Test
  void hides_the_password_that_the_server_repeats() {
    String encoded =
        Base64.getEncoder().encodeToString("hunter22".getBytes(StandardCharsets.UTF_8));
    relay.answering("AUTH", "334 VXNlcm5hbWU6").answering("cG9zdG1hbg==", "334 UGFzc3dvcmQ6");
    relay.answering(encoded, "535 wrong: " + encoded + " hunter22");
    assertEquals(
        "the mail server 127.0.0.1 refused the login: 535 wrong: *** ***",
        loggedIn().refusal().getMessage());
  }

  @Test
  void hides_the_code_that_the_server_repeats() {
    relay.answering(".", "554 content rejected: 'Your code is 492039.' (492039)");
    assertEquals(
        "the mail server 127.0.0.1 did not take the letter: 554 content rejected: '***' (***)",
        mail().refusal().getMessage());
  }

  @Test
  void keeps_the_raw_answer_out_of_the_causes() {
    relay.answering("RCPT", "550 anna@example.com is unknown");
    assertNull(mail().refusal().getCause());
  }

  @Test
  void shows_no_success_as_the_reason_of_a_failure() {
    relay.answering("EHLO", "250-mail.example.com\r\n250 AUTH GSSAPI");
    String message = loggedIn().refusal().getMessage();
    assertEquals("the mail server 127.0.0.1 refused the login", message);
    assertFalse(relay.heard().stream().anyMatch(line -> line.startsWith("AUTH")));
  }
}
