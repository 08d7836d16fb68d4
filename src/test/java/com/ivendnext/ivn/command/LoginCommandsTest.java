package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess;
import com.ivendnext.ivn.InProcess.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginCommandsTest {
  private static final String USER = "user@example.com";
  private static final String PASSWORD = "correct horse battery";

  @TempDir Path directory;

  private InProcess shell;

  @BeforeEach
  void setUp() throws IOException {
    shell = new InProcess(directory).env("FRAPPE_SITE", "mysite");
    shell.ok("new-site", "mysite");
    shell.ok("user", "add", USER);
    Files.writeString(directory.resolve("password"), PASSWORD + "\n");
    shell.ok("user", "set-password", USER, "--password-file", "password");
  }

  private Outcome start() {
    return shell.runWithInput(
        PASSWORD, "login", "start", USER, "--password-file", "-", "--format", "json");
  }

  private Map<String, Object> started() {
    Outcome outcome = start();
    assertEquals(0, outcome.status(), outcome.err());
    return JsonDocument.parse(outcome.out());
  }

  private void mailCodes() {
    shell.ok("set-config", "enable_two_factor_auth", "true", "--force");
    shell.ok("set-config", "two_factor_method", "Email", "--force");
  }

  @Test
  void a_password_is_enough_while_the_switch_is_off() {
    Map<String, Object> answer = started();
    assertEquals("logged_in", answer.get("status"));
    assertEquals(null, answer.get("tmp_id"));
  }

  @Test
  void a_script_logs_in_with_password_and_code() {
    mailCodes();
    Map<String, Object> answer = started();
    assertEquals("otp_required", answer.get("status"));
    assertEquals("Email", answer.get("method"));
    assertEquals("u***", answer.get("destination"));
    String tmpId = (String) answer.get("tmp_id");
    String code = shell.mailbox.lastCode();
    Outcome finished = shell.run("login", "finish", tmpId, code, "--format", "json");
    assertEquals("logged_in", JsonDocument.parse(finished.out()).get("status"));
    assertEquals(3, shell.run("login", "finish", tmpId, code).status());
  }

  @Test
  void whoever_has_to_enroll_is_told_so() {
    shell.ok("set-config", "enable_two_factor_auth", "true", "--force");
    assertEquals("enrollment_required", started().get("status"));
  }

  @Test
  void whoever_has_to_enroll_gets_a_link_where_mail_and_host_name_are_set() {
    shell.ok("set-config", "enable_two_factor_auth", "true", "--force");
    shell.ok("set-config", "host_name", "https://erp.example.com");
    Map<String, Object> answer = started();
    assertEquals("enrollment_required", answer.get("status"));
    assertEquals("u***", answer.get("destination"));
    assertTrue(((String) answer.get("prompt")).startsWith("Please check your registered email"));
    assertTrue(shell.mailbox.lastLink().startsWith("https://erp.example.com/qrcode?k="));
    String text =
        shell.runWithInput(PASSWORD, "login", "start", USER, "--password-file", "-").out();
    assertTrue(text.startsWith("A link to enroll by was sent to u***.\nPlease check"), text);
    assertEquals(1, shell.mailbox.letters.size());
  }

  @Test
  void a_wrong_password_exits_with_three_and_repeats_nothing() {
    Outcome outcome =
        shell.runWithInput("not the password", "login", "start", USER, "--password-file", "-");
    assertEquals(3, outcome.status());
    assertEquals("ivn: user or password is wrong\n", outcome.err());
  }

  @Test
  void too_many_wrong_passwords_exit_with_six() {
    shell.ok("set-config", "allow_consecutive_login_attempts", "1");
    shell.runWithInput("not the password", "login", "start", USER, "--password-file", "-");
    Outcome outcome = start();
    assertEquals(6, outcome.status());
    assertTrue(outcome.err().contains("\"until\": \"2026-11-24T10:01:00Z\""), outcome.err());
  }

  @Test
  void a_mail_that_cannot_be_sent_exits_with_seven() {
    mailCodes();
    shell.mailbox.breakDown();
    assertEquals(7, start().status());
    assertEquals(7, new Retry(shell).sendLater().status());
  }

  /** A letter that was refused counts as sent, so that a broken server is not hammered. */
  private record Retry(InProcess shell) {
    Outcome sendLater() {
      shell.sleep(Duration.ofSeconds(30));
      return shell.run("otp", "send", USER);
    }
  }

  @Test
  void otp_send_tells_where_and_until_when() {
    mailCodes();
    Outcome outcome = shell.run("otp", "send", USER);
    assertEquals(
        "Sent a code to u***. It is good once, until 2026-11-24T10:05:00Z.\n", outcome.out());
    assertFalse(outcome.out().contains(shell.mailbox.lastCode()));
    Outcome again = shell.run("otp", "send", USER);
    assertEquals(6, again.status());
    assertEquals("ivn: the next code can be sent in 30 s\n", again.err());
  }

  @Test
  void otp_send_needs_a_method_that_sends() {
    assertEquals(2, shell.run("otp", "send", USER).status());
    assertEquals(2, shell.run("otp", "send", USER, "--method", "pigeon").status());
  }

  @Test
  void login_asks_for_password_and_code_on_a_terminal() {
    mailCodes();
    InProcess terminal = shell.onTerminal();
    Outcome outcome = terminal.runWithInput("\n", "login", USER, "--password-file", "password");
    assertEquals(3, outcome.status());
    assertTrue(outcome.out().contains("A code was sent to u***."), outcome.out());
    assertEquals("Code: ivn: user@example.com is not logged in\n", outcome.err());
  }

  @Test
  void login_without_a_terminal_points_to_the_commands_for_scripts() {
    Outcome outcome = shell.run("login", USER);
    assertEquals(2, outcome.status());
    assertTrue(outcome.err().contains("ivn login start"), outcome.err());
  }

  @Test
  void a_password_is_never_taken_from_the_command_line() {
    for (String[] line :
        new String[][] {
          {"user", "set-password", USER, "hunter22"},
          {"set-password", USER, "hunter22"},
          {"set-admin-password", "hunter22"}
        }) {
      Outcome outcome = shell.run(line);
      assertEquals(2, outcome.status());
      assertFalse(outcome.err().contains("hunter22"), outcome.err());
    }
  }

  @Test
  void bench_spells_it_set_admin_password() {
    shell.ok("set-admin-password", "--password-file", "password");
    Outcome outcome =
        shell.runWithInput(PASSWORD, "login", "start", "Administrator", "--password-file", "-");
    assertEquals(0, outcome.status(), outcome.err());
  }

  @Test
  void a_generated_password_is_shown_once_and_works() {
    Outcome outcome = shell.run("user", "set-password", USER, "--generate", "--format", "json");
    String made = (String) JsonDocument.parse(outcome.out()).get("generated_password");
    assertEquals(
        0, shell.runWithInput(made, "login", "start", USER, "--password-file", "-").status());
  }

  @Test
  void a_script_without_a_password_file_is_told_about_it() {
    Outcome outcome = shell.run("user", "set-password", USER);
    assertEquals(2, outcome.status());
    assertTrue(outcome.err().contains("--password-file"), outcome.err());
  }

  @Test
  void choosing_mail_or_sms_warns_once_of_what_nist_says() {
    Outcome outcome = shell.run("set-config", "two_factor_method", "Email");
    assertEquals(0, outcome.status());
    assertEquals(
        "ivn: warning: NIST SP 800-63B-4 does not accept mail as a second factor;"
            + " an app is safer\n",
        outcome.err());
  }

  @Test
  void the_mail_server_that_brings_everybody_their_codes_is_not_taken_away() {
    shell.ok("user", "grant", USER, "System Manager");
    shell.ok("set-config", "mail_server", "mail.example.com");
    mailCodes();
    Outcome outcome = shell.run("set-config", "mail_server", "None");
    assertEquals(5, outcome.status());
    assertTrue(outcome.err().startsWith("ivn: this would shut every administrator out\n"));
    assertTrue(shell.ok("show-config").out().contains("mail.example.com"));
  }
}
