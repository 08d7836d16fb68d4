package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.ivendnext.ivn.InProcess;
import com.ivendnext.ivn.InProcess.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtpVerifyTest {
  private static final String USER = MySite.USER;

  /** The same words for whoever tries, whatever was wrong. */
  private static final String NOT_ACCEPTED =
      """
      ivn: the code is not accepted
      ivn: hint: ivn --site mysite otp diagnose tells an administrator what is wrong with it
      """;

  @TempDir Path directory;
  private MySite site;
  private String secret;

  @BeforeEach
  void enroll_a_user() {
    site = MySite.withUser(directory);
    secret = site.enrollAndConfirm(USER);
  }

  private String reason(int status, String user, String code) {
    Map<String, Object> error = site.error(status, "otp", "verify", user, code);
    assertEquals(user, error.get("user"));
    return (String) error.get("reason");
  }

  @Test
  void a_right_code_is_accepted_once() {
    String code = site.code(secret, 0);
    site.prints("The code is accepted.\n", "otp", "verify", USER, code);
    site.fails(3, NOT_ACCEPTED, "otp", "verify", USER, code);
    assertEquals("replayed", reason(3, USER, code));
  }

  @Test
  void an_answer_in_json_names_the_authenticator() {
    Map<String, Object> answer =
        site.json("otp", "verify", " USER@Example.com", site.code(secret, 0));
    assertEquals(USER, answer.get("user"));
    assertEquals(true, answer.get("accepted"));
    assertEquals("accepted", answer.get("reason"));
    assertEquals("app", answer.get("authenticator"));
  }

  @Test
  void an_older_code_after_a_newer_one_is_a_replay() {
    site.ok("otp", "verify", USER, site.code(secret, 1));
    assertEquals("replayed", reason(3, USER, site.code(secret, 0)));
  }

  @Test
  void a_code_may_be_typed_with_spaces_and_dashes() {
    String code = site.code(secret, 0);
    site.ok("otp", "verify", USER, " " + code.substring(0, 3) + " - " + code.substring(3) + " ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "%s\n", " %s \r\nmore\n", "%s\0", "%s\n\0", "%s\0\n"})
  void a_code_may_come_on_standard_input(String input) {
    String typed = input.replace("%s", site.code(secret, 0));
    assertEquals(
        new Outcome(0, "The code is accepted.\n", ""),
        site.runWithInput(typed, "otp", "verify", USER, "-"));
  }

  @Test
  void no_code_is_no_answer() {
    site.fails(2, "ivn: there is nothing to read in standard input\n", "otp", "verify", USER, "-");
    site.fails(
        2,
        "ivn: missing CODE\nivn: hint: ivn otp verify --help shows what it takes\n",
        "otp",
        "verify",
        USER);
  }

  @Test
  void whatever_is_wrong_with_a_code_is_told_to_programs_only() {
    site.ok("user", "add", "new@example.com");
    site.ok("user", "add", "gone@example.com");
    site.ok("user", "disable", "gone@example.com");
    String wrong = site.wrongCode(secret);
    for (String user :
        new String[] {USER, "new@example.com", "gone@example.com", "x@example.com"}) {
      site.fails(3, NOT_ACCEPTED, "otp", "verify", user, wrong);
    }
    assertEquals("wrong", reason(3, USER, wrong));
    assertEquals("not_enrolled", reason(3, "new@example.com", wrong));
    assertEquals("user_disabled", reason(3, "gone@example.com", wrong));
    assertEquals("unknown_user", reason(3, "x@example.com", wrong));
  }

  @Test
  void a_pending_authenticator_does_not_count() {
    site.ok("user", "add", "new@example.com");
    String pending = site.enroll("new@example.com");
    assertEquals("not_enrolled", reason(3, "new@example.com", site.code(pending, 0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "12345", "123456789", "+12345", "١٢٣٤٥٦", "12345a", "", "0x1234"})
  void what_is_no_code_is_malformed_and_costs_nothing(String typed) {
    Outcome outcome = site.run("otp", "verify", USER, "--", typed);
    assertEquals(3, outcome.status());
    assertEquals("ivn: the code is malformed", outcome.err().lines().findFirst().orElse(""));
    for (int i = 0; i < 4; i++) {
      assertEquals("malformed", reason(3, USER, typed.isEmpty() ? "x" : typed));
    }
    site.ok("otp", "verify", USER, site.code(secret, 0));
  }

  @Test
  void after_three_wrong_codes_even_the_right_one_has_to_wait() {
    String wrong = site.wrongCode(secret);
    for (int i = 0; i < 3; i++) {
      assertEquals("wrong", reason(3, USER, wrong));
    }
    String until = InProcess.START.plusSeconds(1).toString();
    site.fails(
        6,
        "ivn: too many wrong codes, the next is looked at after "
            + until
            + "\nivn: hint: this answer cost no attempt\n",
        "otp",
        "verify",
        USER,
        site.code(secret, 0));
    Map<String, Object> error = site.error(6, "otp", "verify", USER, site.code(secret, 0));
    assertEquals("try_later", error.get("code"));
    assertEquals("throttled", error.get("reason"));
    assertEquals(until, error.get("until"));
    site.shell.sleep(Duration.ofSeconds(1));
    site.ok("otp", "verify", USER, site.code(secret, 0));
  }

  @Test
  void each_further_wrong_code_doubles_the_wait() {
    String wrong = site.wrongCode(secret);
    site.run("otp", "verify", USER, wrong);
    site.run("otp", "verify", USER, wrong);
    for (int seconds = 1; seconds <= 8; seconds *= 2) {
      assertEquals(3, site.run("otp", "verify", USER, wrong).status());
      site.shell.sleep(Duration.ofSeconds(seconds - 1));
      assertEquals(6, site.run("otp", "verify", USER, wrong).status());
      site.shell.sleep(Duration.ofSeconds(1));
    }
  }

  @Test
  void an_authenticator_that_was_guessed_at_too_often_ends() {
    for (int i = 0; i < 100; i++) {
      site.run("otp", "verify", USER, site.wrongCode(secret));
      site.shell.sleep(Duration.ofMinutes(15));
    }
    assertEquals("disabled", reason(3, USER, site.code(secret, 0)));
    assertEquals(
        "disabled",
        JsonDocument.each("state", site.json("user", "authenticators", USER).get("authenticators"))
            .get(0));
    String fresh = site.enrollAndConfirm(USER);
    site.ok("otp", "verify", USER, site.code(fresh, 0));
  }

  @Test
  void the_window_is_the_one_of_the_setting() {
    assertEquals("wrong", reason(3, USER, site.code(secret, 2)));
    site.ok("set-config", "otp_window_steps", "2");
    site.ok("otp", "verify", USER, site.code(secret, 2));
  }

  @Test
  void a_damaged_setting_accepts_nothing() {
    site.config(site.config().replace("{", "{\"otp_window_steps\": \"many\","));
    Outcome outcome = site.run("otp", "verify", USER, site.code(secret, 0));
    assertEquals(8, outcome.status());
    assertEquals("", outcome.out());
  }

  @Test
  void no_answer_holds_a_code() {
    String code = site.code(secret, 0);
    for (String typed : new String[] {code, code, site.wrongCode(secret), "99x99"}) {
      Outcome text = site.run("otp", "verify", USER, typed);
      Outcome json = site.run("otp", "verify", USER, typed, "--format", "json");
      String all = text.out() + text.err() + json.out() + json.err();
      assertFalse(all.contains(code) || all.contains(typed), all);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"user", "user@example.com", "User", " user "})
  void the_user_may_come_from_the_environment(String name) {
    site.shell.env("PAM_USER", name);
    Outcome outcome =
        site.runWithInput(
            site.code(secret, 0),
            "otp",
            "verify",
            "--user-from-env",
            "PAM_USER",
            "--domain",
            "example.com",
            "-");
    assertEquals(new Outcome(0, "The code is accepted.\n", ""), outcome);
  }

  @Test
  void a_domain_makes_nobody_the_administrator() {
    site.shell.env("PAM_USER", "administrator");
    String[] command = {"otp", "verify", "--user-from-env", "PAM_USER", "--domain", "example.com"};
    String[] whole = Arrays.copyOf(command, command.length + 1);
    whole[command.length] = "123456";
    assertEquals("administrator@example.com", site.error(3, whole).get("user"));
  }

  @Test
  void a_variable_that_names_nobody_is_a_mistake() {
    String answer =
        """
        ivn: the environment variable PAM_USER names no user
        ivn: hint: pam_exec sets PAM_USER; elsewhere name USER
        """;
    site.fails(2, answer, "otp", "verify", "--user-from-env", "PAM_USER", "123456");
    site.shell.env("PAM_USER", " ");
    site.fails(2, answer, "otp", "verify", "--user-from-env", "PAM_USER", "123456");
  }

  @Test
  void the_user_is_named_in_one_way_only() {
    site.shell.env("PAM_USER", "user");
    site.fails(
        2,
        "ivn: name USER or --user-from-env, not both\n",
        "otp",
        "verify",
        USER,
        "--user-from-env",
        "PAM_USER",
        "-");
  }

  @Test
  void a_third_argument_is_a_mistake() {
    site.fails(
        2,
        """
        ivn: unexpected argument x
        ivn: hint: ivn otp verify --help shows what it takes
        """,
        "otp",
        "verify",
        USER,
        site.code(secret, 0),
        "x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "@", "a@example.com", "exam ple.com", "x:y"})
  void what_is_no_domain_is_a_mistake(String domain) {
    site.fails(
        2,
        "ivn: a domain is written example.com\n",
        "otp",
        "verify",
        "--domain",
        domain,
        "user",
        "123456");
  }
}
