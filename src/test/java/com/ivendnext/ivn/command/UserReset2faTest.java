package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.AuditTrail;
import com.ivendnext.ivn.InProcess.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserReset2faTest {
  private static final String OTHER = "b@example.com";

  @TempDir Path directory;

  private MySite site;
  private String secret;

  @BeforeEach
  void set_up() {
    site = MySite.withUser(directory);
    site.enrollAndConfirm("Administrator");
    secret = site.enrollAndConfirm(MySite.USER);
  }

  private List<Object> users(String... more) {
    List<String> command = new ArrayList<>(List.of("user", "reset-2fa"));
    command.addAll(List.of(more));
    command.addAll(List.of("--reason", "key lost"));
    return JsonDocument.each("user", site.json(command.toArray(new String[0])).get("users"));
  }

  private boolean gotIn() {
    return site.run("otp", "verify", MySite.USER, site.code(secret, 0)).status() == 0;
  }

  @Test
  void ends_what_the_user_holds_and_says_how_to_get_back_in() {
    site.ok("recovery", "generate", MySite.USER);
    site.prints(
        "Ended 1 authenticator and 10 recovery codes of user@example.com.\n"
            + "A mail told 1 user so.\n"
            + "Back in by a new authenticator: ivn --site mysite user enroll user@example.com\n",
        "user",
        "reset-2fa",
        MySite.USER,
        "--reason",
        "phone lost");
    assertEquals(3, site.run("otp", "verify", MySite.USER, site.code(secret, 0)).status());
    assertEquals(
        "user.reset-2fa user@example.com ok (phone lost)",
        AuditTrail.of(site.file("sites/mysite/ivn.db")).stream()
            .filter(record -> record.startsWith("user.reset"))
            .findFirst()
            .orElseThrow());
  }

  @Test
  void the_letter_says_what_was_done_and_holds_no_reason_and_no_secret() {
    site.shell.mailbox.letters.clear();
    site.ok("user", "reset-2fa", MySite.USER, "--reason", "phone lost");
    var letter = site.shell.mailbox.letters.get(0);
    assertEquals(MySite.USER, letter.to());
    assertEquals("Your second factor on iVendNext was reset", letter.subject());
    assertFalse(letter.text().contains("phone lost"));
    assertFalse(letter.text().contains(secret));
  }

  @Test
  void a_mail_that_cannot_be_sent_keeps_nobody_from_being_reset() {
    site.shell.mailbox.breakDown();
    String told = site.ok("user", "reset-2fa", MySite.USER, "--reason", "phone lost");
    assertTrue(told.contains("No mail could tell so: tell it yourself."), told);
    site.shell.mailbox.lack("mail_server is not set");
    site.ok("user", "reset-2fa", MySite.USER, "--reason", "phone lost");
  }

  @Test
  void keeps_recovery_codes_that_are_to_stay() {
    Object codes = site.json("recovery", "generate", MySite.USER).get("codes");
    String code = (String) JsonDocument.elements(codes).get(0);
    site.ok("user", "reset-2fa", MySite.USER, "--reason", "phone lost", "--keep-recovery");
    assertEquals(0, site.run("otp", "verify", MySite.USER, code).status());
  }

  @Test
  void the_document_tells_what_was_ended() {
    Map<String, Object> document =
        site.json("user", "reset-2fa", MySite.USER, "--reason", "phone lost");
    assertEquals(false, document.get("dry_run"));
    assertEquals(1, document.get("count"));
    assertEquals(List.of("user@example.com"), document.get("notified"));
    assertEquals(
        List.of(Map.of("user", MySite.USER, "authenticators", 1, "recovery_codes", 0)),
        document.get("users"));
  }

  @Test
  void works_while_two_factor_authentication_is_off() {
    site.ok("set-config", "enable_two_factor_auth", "false");
    assertEquals(List.of(MySite.USER), users(MySite.USER));
  }

  @Test
  void works_while_mail_is_down_since_it_only_tries_to_tell() {
    site.ok("set-config", "mail_server", "mail.invalid");
    site.ok("set-config", "two_factor_method", "Email");
    assertEquals(List.of(MySite.USER), users(MySite.USER));
  }

  @Test
  void a_dry_run_ends_nothing() {
    site.prints(
        "Dry run, nothing was changed. It would say: Ended 1 authenticator and 0 recovery codes"
            + " of user@example.com.\n"
            + "Back in by a new authenticator: ivn --site mysite user enroll user@example.com\n",
        "user",
        "reset-2fa",
        MySite.USER,
        "--reason",
        "phone lost",
        "--dry-run");
    assertTrue(gotIn());
  }

  @Test
  void resets_everybody_of_a_role_after_a_yes() {
    site.ok("role", "add", "Auditor");
    site.ok("user", "add", OTHER, "--grant", "Auditor");
    site.ok("user", "grant", MySite.USER, "Auditor");
    site.fails(
        5,
        "ivn: nobody can be asked whether to reset 2 users\nivn: hint: add --yes to do it unasked\n",
        "user",
        "reset-2fa",
        "--role",
        "Auditor",
        "--reason",
        "audit");
    assertEquals(List.of(OTHER, MySite.USER), users("--role", "Auditor", "--yes"));
    assertEquals(3, site.run("otp", "verify", MySite.USER, site.code(secret, 0)).status());
  }

  @Test
  void a_dry_run_of_many_needs_no_yes_and_shows_them_all() {
    site.ok("role", "add", "Auditor");
    site.ok("user", "add", OTHER, "--grant", "Auditor");
    site.ok("user", "grant", MySite.USER, "Auditor");
    assertEquals(List.of(OTHER, MySite.USER), users("--role", "Auditor", "--dry-run"));
    assertTrue(gotIn());
  }

  @Test
  void resets_really_everybody_on_the_day_a_key_is_lost() {
    site.ok("user", "add", OTHER);
    site.ok("user", "disable", OTHER);
    assertEquals(List.of("Administrator", OTHER, MySite.USER), users("--all", "--yes", "--force"));
  }

  @Test
  void needs_a_reason() {
    assertEquals(2, site.run("user", "reset-2fa", MySite.USER).status());
    assertEquals(2, site.run("user", "reset-2fa", MySite.USER, "--reason", " ").status());
    assertTrue(gotIn());
  }

  @Test
  void needs_exactly_one_way_of_telling_whom() {
    String unclear = "ivn: tell whom to reset: USER, --role ROLE or --all\n";
    site.fails(2, unclear, "user", "reset-2fa", "--reason", "x");
    site.fails(2, unclear, "user", "reset-2fa", MySite.USER, "--all", "--reason", "x");
    site.fails(2, unclear, "user", "reset-2fa", "--role", "All", "--all", "--reason", "x");
  }

  @Test
  void nobody_and_nothing_unknown_is_reset() {
    assertEquals(4, site.run("user", "reset-2fa", "x@example.com", "--reason", "x").status());
    Outcome role = site.run("user", "reset-2fa", "--role", "Auditr", "--reason", "x", "--yes");
    assertEquals(4, role.status());
  }
}
