package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.AuditTrail;
import com.ivendnext.ivn.InProcess.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command that could take the last administrator's way in, tried on the last one. */
class SafeguardedCommandsTest {
  private static final String REFUSAL = "ivn: this would shut every administrator out\n";

  @TempDir Path directory;

  private MySite site;

  /**
   * The Administrator has a way in and manager@example.com, a System Manager, has none; both are
   * asked by role All, and by no other.
   */
  @BeforeEach
  void set_up() {
    site = MySite.in(directory);
    site.ok("role", "add", "Auditor");
    site.ok("user", "add", "manager@example.com", "--grant", "System Manager");
    site.enrollAndConfirm("Administrator");
    site.ok("set-config", "enable_two_factor_auth", "true");
  }

  /** What to do first, so that the command is the one that counts. */
  record Case(List<String> preparation, String command) {
    static Case of(String command, String... preparation) {
      return new Case(Arrays.asList(preparation), command);
    }

    @Override
    public String toString() {
      return command;
    }
  }

  static Stream<Case> cases() {
    String[] nobodyIsAsked = {
      "set-config enable_two_factor_auth false", "user reset-2fa Administrator --reason anew"
    };
    String[] auditorsAreAsked = {
      "role disable-2fa All",
      "user reset-2fa Administrator --reason anew",
      "user disable manager@example.com",
      "role enable-2fa Auditor"
    };
    String[] administratorsWillBeAsked = {
      "role disable-2fa All",
      "user reset-2fa Administrator --reason anew",
      "user grant manager@example.com Auditor",
      "user grant Administrator Auditor"
    };
    String[] onlyTheManagerGetsIn = {
      "recovery generate manager@example.com", "user disable Administrator"
    };
    return Stream.of(
        Case.of("set-config enable_two_factor_auth true", nobodyIsAsked),
        Case.of("set-config -g enable_two_factor_auth true", commonSwitch(nobodyIsAsked)),
        Case.of("role enable-2fa Auditor", administratorsWillBeAsked),
        Case.of("user grant Administrator Auditor", auditorsAreAsked),
        Case.of("user disable Administrator"),
        Case.of("user disable manager@example.com", onlyTheManagerGetsIn),
        Case.of("user remove manager@example.com --yes", onlyTheManagerGetsIn),
        Case.of("user revoke manager@example.com System_Manager", onlyTheManagerGetsIn),
        Case.of("user reset-2fa Administrator --reason lost"),
        Case.of("user reset-2fa --role System_Manager --reason lost --yes", onlyTheManagerGetsIn),
        Case.of("user reset-2fa --all --reason lost --yes"),
        Case.of(
            "user exempt manager@example.com --end",
            "user exempt manager@example.com --for 24h --reason lost",
            "user reset-2fa Administrator --reason lost --force",
            "user disable Administrator"));
  }

  private static String[] commonSwitch(String... preparation) {
    List<String> all = new ArrayList<>(List.of("set-config enable_two_factor_auth None"));
    all.addAll(Arrays.asList(preparation).subList(1, preparation.length));
    return all.toArray(new String[0]);
  }

  private Outcome run(String command, String... more) {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.replaceAll(word -> word.equals("System_Manager") ? "System Manager" : word);
    words.addAll(Arrays.asList(more));
    return site.run(words.toArray(new String[0]));
  }

  private void prepare(Case tried) {
    for (String command : tried.preparation()) {
      Outcome outcome = run(command);
      assertEquals(0, outcome.status(), command + ": " + outcome.err());
    }
  }

  private List<String> records() {
    return AuditTrail.of(site.file("sites/mysite/ivn.db"));
  }

  private long overrides() {
    return records().stream().filter(record -> record.startsWith("safeguard.override")).count();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void is_refused_and_changes_nothing(Case tried) {
    prepare(tried);
    List<String> before = records();
    Outcome outcome = run(tried.command());
    assertEquals(5, outcome.status(), outcome.out());
    assertTrue(outcome.err().startsWith(REFUSAL), outcome.err());
    assertTrue(outcome.err().contains("hint: "), outcome.err());
    assertEquals(before, records());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void is_done_by_force_and_that_is_recorded_once(Case tried) {
    prepare(tried);
    long before = overrides();
    Outcome outcome = run(tried.command(), "--force");
    assertEquals(0, outcome.status(), outcome.err());
    assertEquals(before + 1, overrides());
  }

  static Stream<Case> casesThatCanBeTriedDry() {
    return cases().filter(tried -> !tried.command().endsWith("--end"));
  }

  @ParameterizedTest
  @MethodSource("casesThatCanBeTriedDry")
  void is_refused_by_a_dry_run_too(Case tried) {
    prepare(tried);
    Outcome outcome = run(tried.command(), "--dry-run");
    assertEquals(5, outcome.status(), outcome.out());
    assertTrue(outcome.err().startsWith(REFUSAL), outcome.err());
  }

  @Test
  void the_last_authenticator_of_whoever_needs_one_is_not_revoked_either() {
    site.fails(
        5,
        "ivn: app is the last authenticator of Administrator, who needs one\n"
            + "ivn: hint: ivn --site mysite user enroll Administrator --replace makes a successor first;"
            + " --force revokes it now\n",
        "user",
        "revoke-authenticator",
        "Administrator",
        "app");
    site.ok("user", "revoke-authenticator", "Administrator", "app", "--force");
    assertEquals(1, overrides());
  }

  @Test
  void an_ordinary_user_is_reset_without_force() {
    site.ok("user", "add", "user@example.com");
    site.ok("user", "reset-2fa", "user@example.com", "--reason", "phone lost");
    site.ok("user", "disable", "user@example.com");
    site.ok("user", "remove", "user@example.com", "--yes");
    assertEquals(0, overrides());
  }

  @Test
  void the_switch_can_always_be_turned_off() {
    site.ok("user", "reset-2fa", "Administrator", "--reason", "lost", "--force");
    site.ok("set-config", "enable_two_factor_auth", "false");
    assertFalse(site.ok("status").contains("no administrator could log in"));
  }
}
