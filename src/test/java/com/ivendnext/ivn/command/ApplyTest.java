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

class ApplyTest {
  private static final String STATE =
      "settings:\n  otp_issuer_name: Example Ltd\n  mail_password: hunter2\n"
          + "roles:\n  Auditor: {two_factor: true}\n"
          + "users:\n  a@example.com:\n    full_name: A\n    roles: [Auditor]\n"
          + "    authenticator: true\n"
          + "    exemption: {until: 2026-12-01T00:00:00Z, reason: no phone}\n";

  @TempDir Path directory;
  private MySite site;

  @BeforeEach
  void make() {
    site = MySite.in(directory);
  }

  private Outcome apply(String state, String... options) {
    site.write("state", state);
    String[] command = new String[options.length + 3];
    System.arraycopy(new String[] {"apply", "-f", "state"}, 0, command, 0, 3);
    System.arraycopy(options, 0, command, 3, options.length);
    return site.run(command);
  }

  private Map<String, Object> json(String state, String... options) {
    String[] all = new String[options.length + 2];
    System.arraycopy(new String[] {"--format", "json"}, 0, all, 0, 2);
    System.arraycopy(options, 0, all, 2, options.length);
    return JsonDocument.answer(apply(state, all));
  }

  @Test
  void makes_the_site_what_the_file_says() {
    assertEquals(
        new Outcome(
            0,
            "+ setting mail_password: hidden\n"
                + "+ setting otp_issuer_name: \"Example Ltd\"\n"
                + "+ role Auditor: two_factor true\n"
                + "+ user a@example.com\n"
                + "    full_name \"A\"\n"
                + "    roles +Auditor\n"
                + "    authenticator true\n"
                + "    exemption until 2026-12-01T00:00:00Z (no phone)\n"
                + "Applied to mysite: 4 added, 0 changed, 0 removed.\n",
            ""),
        apply(STATE));
    assertTrue(site.config().contains("\"otp_issuer_name\": \"Example Ltd\""));
    assertTrue(site.config().contains("hunter2"));
    String user = site.ok("user", "show", "a@example.com");
    assertTrue(user.contains("(A)") && user.contains("Auditor, All, Desk User"), user);
    assertTrue(site.ok("user", "authenticators", "a@example.com").contains("pending"));
    assertEquals(0, site.run("audit", "verify").status());
  }

  @Test
  void does_nothing_the_second_time() {
    apply(STATE);
    String config = site.config();
    String log = site.ok("audit", "list");
    assertEquals(
        new Outcome(0, "Nothing to change: mysite is what the file says.\n", ""), apply(STATE));
    assertEquals(config, site.config());
    assertEquals(log, site.ok("audit", "list"));
  }

  @Test
  void answers_in_json_with_what_changed_and_no_secret() {
    Map<String, Object> first = json(STATE);
    assertEquals(true, first.get("changed"));
    assertEquals(4, first.get("added"));
    assertEquals(
        List.of("mail_password", "otp_issuer_name", "Auditor", "a@example.com"),
        JsonDocument.each("name", first.get("changes")));
    assertFalse(first.toString().contains("hunter2"));
    Map<String, Object> second = json(STATE);
    assertEquals(false, second.get("changed"));
    assertEquals(List.of(), second.get("changes"));
  }

  @Test
  void shows_in_a_dry_run_what_it_would_do() {
    String config = site.config();
    Outcome outcome = apply(STATE, "--dry-run");
    assertEquals(0, outcome.status());
    assertTrue(
        outcome
            .out()
            .endsWith("Dry run, nothing was changed: 4 to add, 0 to change, 0 to remove.\n"));
    assertEquals(config, site.config());
    assertFalse(site.ok("user", "list").contains("a@example.com"));
    assertFalse(site.ok("audit", "list").contains("a@example.com"));
  }

  @Test
  void tells_of_changes_by_the_exit_status_if_asked() {
    assertEquals(9, apply(STATE, "--detailed-exitcode", "--dry-run").status());
    assertEquals(9, apply(STATE, "--detailed-exitcode").status());
    assertEquals(0, apply(STATE, "--detailed-exitcode").status());
  }

  @Test
  void reads_standard_input_once_for_all_sites() {
    site.shell.ok("new-site", "other.example");
    Outcome outcome =
        site.shell.runWithInput(STATE, "--site", "all", "apply", "-f", "-", "--format", "json");
    assertEquals(0, outcome.status(), outcome.err());
    Map<String, Object> sites = JsonDocument.parse(outcome.out());
    for (Object answer : sites.values()) {
      assertEquals(true, JsonDocument.members(answer).get("changed"));
    }
  }

  @Test
  void changes_nothing_where_the_last_user_cannot_be() {
    String config = site.config();
    Outcome outcome = apply(STATE + "  z@example.com: {roles: [Nobody]}\n");
    assertEquals(8, outcome.status());
    assertEquals(
        "ivn: /users/z@example.com: there is no role Nobody\n"
            + "ivn: hint: ivn --site mysite role list shows the roles\n",
        outcome.err());
    assertEquals(config, site.config());
    assertFalse(site.ok("user", "list").contains("a@example.com"));
    assertFalse(site.ok("role", "list").contains("Auditor"));
  }

  @Test
  void changes_nothing_where_the_config_cannot_be_written() {
    String config = site.config();
    String large = "settings: {mail_login: \"" + "x ".repeat(5 << 19) + "\"}\n";
    Outcome outcome = apply(large + "users: {a@example.com: }\n");
    assertEquals(8, outcome.status());
    assertTrue(outcome.err().contains("it would be larger than 4 MiB"), outcome.err());
    assertEquals(config, site.config());
    assertFalse(site.ok("user", "list").contains("a@example.com"));
  }

  @Test
  void takes_away_what_the_file_no_longer_gives() {
    apply(STATE);
    Outcome outcome =
        apply(
            "settings: {otp_issuer_name: null}\nusers:\n  a@example.com:\n    roles: []\n"
                + "    enabled: false\n    email: null\n    exemption: null\n");
    assertEquals(0, outcome.status(), outcome.err());
    String user = site.ok("user", "show", "a@example.com");
    assertTrue(user.contains("All, Desk User"), user);
    assertFalse(site.config().contains("otp_issuer_name"));
    Object dumped = JsonDocument.members(site.json("dump").get("users")).get("a@example.com");
    assertFalse(JsonDocument.members(dumped).containsKey("exemption"));
    assertEquals(false, JsonDocument.members(dumped).get("enabled"));
  }

  @Test
  void removes_with_prune_what_the_file_does_not_name() {
    apply(STATE);
    Outcome outcome = apply("settings: {}\nroles: {}\nusers: {}\n", "--prune");
    assertEquals(
        "- setting mail_password: hidden -> none\n"
            + "- setting otp_issuer_name: \"Example Ltd\" -> none\n"
            + "- role Auditor\n"
            + "- user a@example.com\n"
            + "Applied to mysite: 0 added, 0 changed, 4 removed.\n",
        outcome.out());
    assertFalse(site.config().contains("hunter2"));
    assertTrue(site.config().contains("ivn_encryption_key"));
    assertTrue(site.ok("user", "list").contains("Administrator"));
    assertTrue(site.ok("role", "list").contains("System Manager"));
  }

  @Test
  void finds_a_new_administrator_before_it_removes_the_old_one() {
    site.ok("user", "add", "old@example.com", "--grant", "System Manager");
    Outcome outcome =
        apply(
            "users:\n  Administrator: {enabled: false}\n"
                + "  new@example.com: {roles: [System Manager]}\n",
            "--prune");
    assertEquals(0, outcome.status(), outcome.err());
    assertFalse(site.ok("user", "list").contains("old@example.com"));
  }

  @Test
  void says_which_file_is_missing() {
    site.fails(2, "ivn: there is no file none.yaml\n", "apply", "-f", "none.yaml");
  }
}
