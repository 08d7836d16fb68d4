package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess;
import com.ivendnext.ivn.InProcess.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** user confirm, user authenticators, user revoke-authenticator. */
class AuthenticatorCommandsTest {
  private static final String USER = MySite.USER;

  @TempDir Path directory;
  private MySite site;

  @BeforeEach
  void make_a_site() {
    site = MySite.withUser(directory);
  }

  private List<Object> held() {
    return JsonDocument.elements(site.json("user", "authenticators", USER).get("authenticators"));
  }

  @Test
  void a_code_makes_a_pending_one_active_and_is_used_up() {
    String secret = site.enroll(USER);
    String code = site.code(secret, 0);
    String out = site.ok("user", "confirm", USER, code);
    assertTrue(
        out.startsWith(
            """
            Authenticator app of user@example.com is active.
            That code is used up; the next login takes the next one.
            """),
        out);
    assertEquals("replayed", site.error(3, "otp", "verify", USER, code).get("reason"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s\n", " %s"})
  void a_code_may_come_on_standard_input(String input) {
    String secret = site.enroll(USER);
    Outcome outcome =
        site.runWithInput(
            input.replace("%s", site.code(secret, 0)),
            "user",
            "confirm",
            USER,
            "-",
            "--format",
            "json");
    Map<String, Object> answer = JsonDocument.answer(outcome);
    assertEquals(USER, answer.get("user"));
    assertEquals("app", answer.get("authenticator"));
  }

  @Test
  void a_wrong_code_leaves_it_pending_and_is_throttled() {
    String secret = site.enroll(USER);
    for (int i = 0; i < 3; i++) {
      Map<String, Object> error = site.error(3, "user", "confirm", USER, site.wrongCode(secret));
      assertEquals("wrong", error.get("reason"));
    }
    Map<String, Object> error = site.error(6, "user", "confirm", USER, site.code(secret, 0));
    assertEquals("throttled", error.get("reason"));
    assertEquals(InProcess.START.plusSeconds(1).toString(), error.get("until"));
    assertEquals(List.of("pending"), JsonDocument.each("state", held()));
    site.shell.sleep(Duration.ofSeconds(1));
    site.ok("user", "confirm", USER, site.code(secret, 0));
  }

  @Test
  void there_must_be_something_to_confirm() {
    String message =
        """
        ivn: user@example.com has no authenticator that waits for a code
        ivn: hint: ivn --site mysite user enroll user@example.com makes one
        """;
    site.fails(3, message, "user", "confirm", USER, "123456");
    String secret = site.enrollAndConfirm(USER);
    site.fails(3, message, "user", "confirm", USER, site.code(secret, 0));
  }

  @Test
  void a_user_without_one_has_none() {
    site.prints("user@example.com has no authenticator.\n", "user", "authenticators", USER);
    assertEquals(List.of(), held());
  }

  @Test
  void they_are_listed_with_what_became_of_them() {
    String secret = site.enrollAndConfirm(USER);
    site.shell.sleep(Duration.ofSeconds(1)); // they are listed by age
    site.enroll(USER, "--label", "work phone");
    site.run("otp", "verify", USER, site.wrongCode(secret));
    List<String> lines = site.ok("user", "authenticators", USER).lines().toList();
    assertEquals(3, lines.size());
    assertTrue(lines.get(0).startsWith("Label "), lines.get(0));
    assertTrue(lines.get(1).matches("app +active +SHA1, 6 digits, 30 s +1 +2026-\\S+Z +\\S+"));
    assertTrue(lines.get(2).matches("work phone +pending +SHA1, 6 digits, 30 s +0 +never +\\S+"));
    Map<String, Object> active = JsonDocument.members(held().get(0));
    assertEquals(InProcess.START.toString(), active.get("confirmed_at"));
    assertEquals(1, active.get("failures"));
    assertNull(active.get("locked_until"));
    assertNotNull(active.get("id"));
    assertNull(JsonDocument.members(held().get(1)).get("last_used_at"));
  }

  @Test
  void one_is_revoked_by_label_or_id_and_its_codes_are_void() {
    String phone = site.enrollAndConfirm(USER, "--label", "phone");
    site.enrollAndConfirm(USER, "--label", "tablet");
    site.prints(
        "Revoked authenticator phone of user@example.com: its codes are void.\n",
        "user",
        "revoke-authenticator",
        USER,
        "phone");
    assertEquals(3, site.run("otp", "verify", USER, site.code(phone, 0)).status());
    site.shell.sleep(Duration.ofSeconds(1)); // they are listed by age
    site.enroll(USER, "--label", "third");
    String id = (String) JsonDocument.each("id", held()).get(1);
    Map<String, Object> revoked = site.json("user", "revoke-authenticator", USER, id);
    assertEquals("third", revoked.get("label"));
    assertEquals(id, revoked.get("id"));
    assertEquals(List.of("tablet"), JsonDocument.each("label", held()));
  }

  @Test
  void the_last_one_of_a_user_who_needs_one_stays_unless_forced() {
    site.enrollAndConfirm(USER);
    site.fails(
        5,
        """
        ivn: app is the last authenticator of user@example.com, who needs one
        ivn: hint: ivn --site mysite user enroll user@example.com --replace makes a successor first; \
        --force revokes it now
        """,
        "user",
        "revoke-authenticator",
        USER,
        "app");
    site.ok("user", "revoke-authenticator", USER, "app", "--force");
    assertEquals(List.of(), held());
  }

  @Test
  void the_last_one_of_a_user_who_needs_none_goes() {
    site.enrollAndConfirm(USER);
    site.ok("set-config", "enable_two_factor_auth", "false");
    site.ok("user", "revoke-authenticator", USER, "app");
  }

  @Test
  void one_that_is_not_there_is_not_found() {
    site.fails(
        4,
        """
        ivn: user@example.com has no authenticator named phone
        ivn: hint: ivn --site mysite user authenticators user@example.com lists them
        """,
        "user",
        "revoke-authenticator",
        USER,
        "phone");
  }

  @Test
  void a_label_that_two_share_is_not_enough() {
    site.enrollAndConfirm(USER);
    site.enroll(USER, "--replace");
    site.fails(
        5,
        """
        ivn: user@example.com has 2 authenticators named app
        ivn: hint: name one by its id: \
        ivn --site mysite user authenticators user@example.com shows it
        """,
        "user",
        "revoke-authenticator",
        USER,
        "app");
  }
}
