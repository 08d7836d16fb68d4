package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan is looked at as a whole: who could still log in when all of it is done? */
class ApplyPreflightTest {
  private static final String SWITCH = "settings: {enable_two_factor_auth: true}\n";

  @TempDir Path directory;
  private MySite site;

  @BeforeEach
  void make() {
    site = MySite.in(directory);
    site.ok("user", "add", MySite.USER);
  }

  private Outcome apply(String state, String... options) {
    site.write("state", state);
    String[] command = new String[options.length + 3];
    System.arraycopy(new String[] {"apply", "-f", "state"}, 0, command, 0, 3);
    System.arraycopy(options, 0, command, 3, options.length);
    return site.run(command);
  }

  @Test
  void shuts_nobody_out() {
    String config = site.config();
    Outcome outcome = apply(SWITCH);
    assertEquals(5, outcome.status());
    assertTrue(
        outcome.err().startsWith("ivn: this would shut every administrator out\n"), outcome.err());
    assertEquals(config, site.config());
    assertEquals(5, apply(SWITCH, "--dry-run").status());
  }

  @Test
  void does_it_with_force_and_says_whom_it_concerns() {
    Outcome outcome = apply(SWITCH, "--force");
    assertEquals(0, outcome.status());
    assertTrue(outcome.out().contains("This concerns 2 users"), outcome.out());
    assertTrue(site.ok("audit", "list").contains("safeguard.override"));
  }

  @Test
  void accepts_a_plan_whose_parts_alone_would_shut_everybody_out() {
    Outcome outcome =
        apply(
            SWITCH
                + "users:\n  Administrator:\n"
                + "    exemption: {until: 2026-12-01T00:00:00Z, reason: sets it up}\n");
    // an exemption ends: only what lasts counts
    assertEquals(5, outcome.status());
    assertEquals(
        0,
        apply("roles: {All: {two_factor: false}, Staff: {two_factor: true}}\n" + SWITCH).status());
  }

  @Test
  void refuses_to_remove_the_last_administrator_who_can_log_in() {
    site.ok("user", "add", "admin@example.com", "--grant", "System Manager");
    site.enrollAndConfirm("admin@example.com");
    site.ok("set-config", "enable_two_factor_auth", "true");
    assertEquals(5, apply("users: {}\n", "--prune").status());
    assertEquals(5, apply("users: {admin@example.com: {roles: []}}\n").status());
    assertEquals(5, apply("users: {admin@example.com: {type: Website User}}\n").status());
    assertEquals(5, apply("users: {admin@example.com: {enabled: false}}\n").status());
    assertTrue(site.ok("user", "list").contains("admin@example.com"));
  }

  @Test
  void counts_who_needs_a_second_factor_by_the_whole_plan() {
    site.enrollAndConfirm("Administrator");
    Map<String, Object> answer =
        JsonDocument.answer(
            apply(
                SWITCH
                    + "roles: {All: {two_factor: false}, Staff: {two_factor: true}}\n"
                    + "users: {user@example.com: {roles: [Staff]}}\n",
                "--format",
                "json"));
    assertEquals(List.of(MySite.USER), JsonDocument.each("user", answer.get("affected")));
  }

  @Test
  void begins_grace_periods() {
    site.enrollAndConfirm("Administrator");
    apply(
        "settings: {enable_two_factor_auth: true, two_factor_grace_period_hours: 24}\n"
            + "users: {new@example.com: }\n");
    for (String user : List.of(MySite.USER, "new@example.com")) {
      String why = site.ok("user", "why", user);
      assertTrue(why.contains("2026-11-25T10:00:"), why);
    }
  }

  @Test
  void mends_a_config_that_nobody_can_read() {
    site.config(site.config().replace("{", "{\"enable_two_factor_auth\": \"perhaps\","));
    Outcome outcome = apply("settings: {enable_two_factor_auth: false}\n");
    assertEquals(0, outcome.status(), outcome.err());
    assertEquals("~ setting enable_two_factor_auth: \"perhaps\" -> false", first(outcome.out()));
  }

  private static String first(String text) {
    return text.lines().findFirst().orElse("");
  }

  @Test
  void asks_on_a_terminal() {
    site.shell.onTerminal();
    site.write("state", "roles: {Auditor: }\n");
    Outcome refused = site.runWithInput("n\n", "apply", "-f", "state");
    assertEquals(5, refused.status());
    assertEquals("\u001b[32m+ role Auditor: two_factor false\u001b[0m\n", refused.out());
    assertTrue(refused.err().startsWith("apply 1 change to mysite? [y/N] "), refused.err());
    assertFalse(site.ok("role", "list").contains("Auditor"));
    Outcome agreed = site.runWithInput("y\n", "apply", "-f", "state");
    assertEquals(0, agreed.status());
    assertEquals(
        "\u001b[32m+ role Auditor: two_factor false\u001b[0m\nApplied to mysite: 1 added, 0 changed, 0 removed.\n",
        agreed.out());
  }

  @Test
  void does_not_ask_if_told_so() {
    site.shell.onTerminal();
    assertEquals(0, apply("roles: {Auditor: }\n", "--yes").status());
    assertEquals(0, apply("roles: {Staff: }\n", "--no-input").status());
  }
}
