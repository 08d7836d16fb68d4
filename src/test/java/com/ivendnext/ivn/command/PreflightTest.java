package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.AuditTrail;
import com.ivendnext.ivn.InProcess.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a change makes use a second factor is told before and by the change. */
class PreflightTest {
  @TempDir Path directory;

  private MySite site;

  /** Twelve users, of whom user03 has an authenticator and user05 recovery codes. */
  @BeforeEach
  void set_up() {
    site = MySite.in(directory);
    site.ok("role", "add", "Auditor");
    for (int i = 1; i <= 12; i++) {
      site.ok("user", "add", user(i), "--grant", "Auditor");
    }
    site.enrollAndConfirm("Administrator");
    site.enrollAndConfirm(user(3));
    site.ok("recovery", "generate", user(5));
  }

  private static String user(int number) {
    return "user" + (number < 10 ? "0" : "") + number + "@example.com";
  }

  private boolean required(int number) {
    return (Boolean) site.json("user", "why", user(number)).get("required");
  }

  private void switchOnForNobody() {
    site.ok("role", "disable-2fa", "All");
    site.ok("set-config", "enable_two_factor_auth", "true");
  }

  private static void tellsOfTen(List<String> lines, String first) {
    assertTrue(lines.contains(first), lines.toString());
    long people = lines.stream().filter(line -> line.contains("@example.com")).count();
    assertTrue(people <= 10, lines.toString());
  }

  @Test
  void the_switch_tells_ten_and_a_count() {
    List<String> lines = site.ok("set-config", "enable_two_factor_auth", "true").lines().toList();
    tellsOfTen(lines, "Administrator (administrator)  has an authenticator");
    assertTrue(lines.contains("user01@example.com             must enroll first"));
    assertTrue(lines.contains("user03@example.com             has an authenticator"));
    assertTrue(lines.contains("user05@example.com             has recovery codes only"));
    assertTrue(lines.contains("… and 3 more; --format json lists them all."));
    assertTrue(
        lines.contains("Who has to enroll: ivn --site mysite user list --missing"),
        lines.toString());
  }

  @Test
  void a_tick_tells_ten_and_a_count() {
    switchOnForNobody();
    List<String> lines = site.ok("role", "enable-2fa", "Auditor").lines().toList();
    assertEquals("Role Auditor now asks for a second factor.", lines.get(0));
    tellsOfTen(lines, "user03@example.com  has an authenticator");
    assertTrue(lines.contains("… and 2 more; --format json lists them all."));
  }

  @Test
  void a_grant_tells_the_one_who_gets_it() {
    switchOnForNobody();
    site.ok("role", "add", "Closer");
    site.ok("role", "enable-2fa", "Closer");
    String told = site.ok("user", "grant", user(1), "Closer");
    assertTrue(told.contains("user01@example.com  must enroll first"), told);
    assertEquals(1, affected(site.json("user", "grant", user(2), "Closer")).size());
    assertEquals(List.of(), affected(site.json("user", "grant", user(2), "Closer")));
  }

  private static List<Object> affected(Map<String, Object> document) {
    return JsonDocument.each("user", document.get("affected"));
  }

  @Test
  void json_lists_them_all() {
    Map<String, Object> document = site.json("set-config", "enable_two_factor_auth", "true");
    Map<String, Object> impact =
        JsonDocument.members(JsonDocument.elements(document.get("impact")).get(0));
    assertEquals("mysite", impact.get("site"));
    assertEquals(13, affected(impact).size());
    Map<String, Object> administrator =
        JsonDocument.members(JsonDocument.elements(impact.get("affected")).get(0));
    assertEquals(
        Map.of("user", "Administrator", "administrator", true, "standing", "enrolled"),
        administrator);
  }

  @Test
  void json_of_a_tick_lists_them_all() {
    switchOnForNobody();
    Map<String, Object> document = site.json("role", "enable-2fa", "Auditor");
    assertEquals(12, affected(document).size());
    assertEquals(true, document.get("changed"));
    assertEquals(false, document.get("dry_run"));
  }

  @Test
  void json_of_a_tick_that_changes_nothing_lists_nobody() {
    switchOnForNobody();
    site.ok("role", "enable-2fa", "Auditor");
    Map<String, Object> document = site.json("role", "enable-2fa", "Auditor");
    assertEquals(List.of(), affected(document));
    assertEquals(false, document.get("changed"));
  }

  @Test
  void a_method_that_reaches_nobody_is_told_person_by_person() {
    site.ok("set-config", "enable_two_factor_auth", "true");
    String told = site.ok("set-config", "two_factor_method", "SMS");
    assertTrue(told.contains("user01@example.com  cannot log in: no code can be sent"), told);
    assertFalse(told.contains("user03"), told);
  }

  /** What {@code --dry-run} says, it says without a trace. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "set-config enable_two_factor_auth true",
        "set-config -g enable_two_factor_auth true",
        "role enable-2fa Auditor",
        "user grant user01@example.com Closer",
        "user revoke user01@example.com Auditor",
        "user disable user01@example.com",
        "user remove user01@example.com",
        "user reset-2fa user03@example.com --reason lost",
        "user reset-2fa --role Auditor --reason lost"
      })
  void a_dry_run_changes_nothing(String command) {
    site.ok("role", "disable-2fa", "All");
    site.ok("role", "add", "Closer");
    List<String> before = AuditTrail.of(site.file("sites/mysite/ivn.db"));
    String config = site.read("sites/mysite/site_config.json");
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.add("--dry-run");
    Outcome outcome = site.run(words.toArray(new String[0]));
    assertEquals(0, outcome.status(), outcome.err());
    assertTrue(outcome.out().startsWith("Dry run, nothing was changed."), outcome.out());
    assertEquals(before, AuditTrail.of(site.file("sites/mysite/ivn.db")));
    assertEquals(config, site.read("sites/mysite/site_config.json"));
    words.addAll(List.of("--format", "json"));
    assertEquals(
        true, JsonDocument.parse(site.run(words.toArray(new String[0])).out()).get("dry_run"));
  }

  @Test
  void a_dry_run_of_the_switch_tells_the_same_people() {
    String dry = site.ok("set-config", "enable_two_factor_auth", "true", "--dry-run");
    String wet = site.ok("set-config", "enable_two_factor_auth", "true");
    assertEquals("Dry run, nothing was changed.\n" + wet, dry);
  }

  @Test
  void a_dry_run_begins_no_grace_period() {
    site.ok("set-config", "two_factor_grace_period_hours", "72");
    site.ok("set-config", "enable_two_factor_auth", "true", "--dry-run");
    assertFalse(required(1));
    site.shell.sleep(Duration.ofHours(72));
    site.ok("set-config", "enable_two_factor_auth", "true");
    assertFalse(required(1));
    site.shell.sleep(Duration.ofHours(72));
    assertTrue(required(1));
  }

  @Test
  void the_switch_that_is_on_already_concerns_nobody() {
    site.ok("set-config", "enable_two_factor_auth", "true");
    site.prints("", "set-config", "enable_two_factor_auth", "true");
  }

  @Test
  void turning_it_off_concerns_nobody() {
    site.ok("set-config", "enable_two_factor_auth", "true");
    site.prints("", "set-config", "enable_two_factor_auth", "false");
  }
}
