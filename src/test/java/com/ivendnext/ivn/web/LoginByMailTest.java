package com.ivendnext.ivn.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.command.JsonDocument;
import com.ivendnext.ivn.command.MySite;
import com.ivendnext.ivn.web.TestServer.Reply;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logins of somebody who has no authenticator app. */
class LoginByMailTest {
  @TempDir Path directory;

  private MySite site;
  private TestServer server;

  @BeforeEach
  void start() {
    site = TestServer.withPassword(MySite.withUser(directory));
    server = TestServer.over(site);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whoever_has_to_enroll_and_gets_no_mail_is_told_whom_to_ask() {
    site.shell.mailbox.lack("mail_server is not set");
    Map<String, Object> answer = server.login(TestServer.PASSWORD).json();
    Map<String, Object> how = JsonDocument.members(answer.get("verification"));
    assertEquals(false, how.get("setup"));
    assertEquals("OTP App", how.get("method"));
    assertTrue(String.valueOf(how.get("prompt")).startsWith("Ask your administrator"));
  }

  @Test
  void a_mail_that_cannot_be_sent_is_told_without_the_servers_words() {
    site.ok("set-config", "two_factor_method", "Email", "--force");
    site.shell.mailbox.breakDown();
    Reply failed = server.login(TestServer.PASSWORD);
    assertEquals(502, failed.status());
    assertEquals("OutgoingEmailError", failed.json().get("exc_type"));
    assertTrue(server.log.toString().contains("the mail server does not answer"));
  }

  @Test
  void codes_by_mail_are_announced_in_frappes_words() {
    site.ok("set-config", "two_factor_method", "Email", "--force");
    Map<String, Object> answer = server.login(TestServer.PASSWORD).json();
    assertEquals(
        Map.of(
            "method",
            "Email",
            "setup",
            true,
            "token_delivery",
            true,
            "prompt",
            "Verification code has been sent to your registered email address."),
        answer.get("verification"));
    String tmpId = (String) answer.get("tmp_id");
    assertEquals(200, server.finish(tmpId, site.shell.mailbox.lastCode()).status());
  }

  @Test
  void a_second_code_by_mail_must_wait() {
    site.ok("set-config", "two_factor_method", "Email", "--force");
    server.login(TestServer.PASSWORD);
    Reply again = server.login(TestServer.PASSWORD);
    assertEquals(429, again.status());
    assertEquals("the next code can be sent in 30 s", again.json().get("message"));
  }
}
