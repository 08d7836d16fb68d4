package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess.Outcome;
import com.ivendnext.ivn.twofactor.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrollByMailTest {
  private static final String USER = MySite.USER;

  @TempDir Path directory;
  private MySite site;

  @BeforeEach
  void make_a_site() {
    site = MySite.withUser(directory);
    site.ok("set-config", "host_name", "https://erp.example.com");
  }

  private int held() {
    try (Store store = site.store()) {
      return store.authenticators().of(USER).size();
    }
  }

  @Test
  void says_where_the_link_went_and_until_when_it_works() {
    site.prints(
        """
        New authenticator: app of user@example.com.
        A link to its QR code was sent to u***. It works until 2026-11-24T10:04:00Z
        or until a code proves the authenticator on that page.
        """,
        "user",
        "enroll",
        USER,
        "--email");
    assertEquals(1, site.shell.mailbox.letters.size());
  }

  @Test
  void json_holds_neither_link_nor_secret() {
    Map<String, Object> answer = site.json("user", "enroll", USER, "--email");
    assertEquals(
        Set.of(
            "user",
            "authenticator",
            "id",
            "state",
            "pending_before",
            "destination",
            "expires_at",
            "warnings"),
        answer.keySet());
    assertEquals("2026-11-24T10:04:00Z", answer.get("expires_at"));
    assertFalse(answer.toString().contains(site.shell.mailbox.lastKey()));
  }

  @Test
  void nobody_is_asked_for_a_code_that_only_the_user_has() {
    site.shell.onTerminal();
    Outcome outcome = site.runWithInput("", "user", "enroll", USER, "--email");
    assertEquals(0, outcome.status(), outcome.err());
    assertFalse(outcome.out().contains("█"));
    assertFalse((outcome.out() + outcome.err()).contains("Code"));
  }

  @Test
  void asking_again_takes_the_same_authenticator() {
    site.ok("user", "enroll", USER, "--email");
    assertTrue(
        site.ok("user", "enroll", USER, "--email")
            .startsWith("Waiting for its first code: app of user@example.com.\n"));
    assertEquals(1, held());
  }

  @Test
  void without_host_name_it_says_how_to_set_it() {
    site.ok("set-config", "host_name", "None");
    site.fails(
        5,
        """
        ivn: no link can be made: host_name is not set
        ivn: hint: ivn --site mysite set-config host_name https://SITE \
        names the site as browsers reach it
        """,
        "user",
        "enroll",
        USER,
        "--email");
    assertEquals(0, held());
  }

  @Test
  void without_mail_it_says_what_is_missing() {
    site.shell.mailbox.lack("mail_server is not set");
    site.fails(
        5,
        """
        ivn: no mail can be sent: mail_server is not set
        ivn: hint: ivn --site mysite set-config sets it; ivn settings lists what mail needs
        """,
        "user",
        "enroll",
        USER,
        "--email");
    assertEquals(0, held());
  }

  @Test
  void a_user_without_a_mailbox_is_refused() {
    site.fails(
        5,
        """
        ivn: Administrator has no mailbox
        ivn: hint: without --email, ivn --site mysite user enroll shows the QR code here
        """,
        "user",
        "enroll",
        "Administrator",
        "--email");
  }

  @Test
  void a_mail_server_that_refuses_exits_with_seven_and_leaves_nothing() {
    site.shell.mailbox.breakDown();
    site.fails(7, "ivn: the mail server does not answer\n", "user", "enroll", USER, "--email");
    assertEquals(0, held());
  }

  @Test
  void an_unknown_user_is_not_found() {
    assertEquals(4, site.run("user", "enroll", "x@example.com", "--email").status());
  }

  @Test
  void an_active_one_is_not_overwritten() {
    site.enrollAndConfirm(USER);
    assertEquals(5, site.run("user", "enroll", USER, "--email").status());
    assertEquals("pending", site.json("user", "enroll", USER, "--email", "--replace").get("state"));
  }

  @Test
  void it_goes_together_with_no_file_and_no_hardware_token() {
    Outcome file = site.run("user", "enroll", USER, "--email", "--qr-png", "qr.png");
    assertEquals(2, file.status());
    assertTrue(file.err().contains("--email shows the QR code to the user alone"), file.err());
    site.write("secret", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\n");
    Outcome token =
        site.run("user", "enroll", USER, "--email", "--type", "hotp", "--secret-file", "secret");
    assertEquals(2, token.status());
    assertEquals(0, held());
    assertTrue(site.shell.mailbox.letters.isEmpty());
  }

  @Test
  void a_confirmation_is_told_by_mail_and_does_not_depend_on_it() {
    String secret = site.enroll(USER);
    site.shell.mailbox.breakDown();
    site.ok("user", "confirm", USER, site.code(secret, 0));
    assertTrue(site.shell.mailbox.letters.isEmpty());
  }

  @Test
  void few_recovery_codes_are_told_by_mail() {
    var codes = (List<?>) site.json("recovery", "generate", USER).get("codes");
    for (int i = 0; i < 7; i++) {
      assertTrue(site.shell.mailbox.letters.isEmpty());
      site.ok("otp", "verify", USER, (String) codes.get(i));
    }
    assertEquals(
        "Recovery codes for iVendNext are running low",
        site.shell.mailbox.letters.get(0).subject());
  }
}
