package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.twofactor.Store;
import com.ivendnext.ivn.twofactor.User;
import com.ivendnext.ivn.twofactor.UserType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTest {
  @TempDir Path directory;
  private MySite site;

  @BeforeEach
  void make_a_site() {
    site = MySite.in(directory);
  }

  private void switchOn() {
    site.ok("set-config", "enable_two_factor_auth", "true");
  }

  private void hasProblem(String message, String remedy) {
    String text = site.ok("status");
    assertTrue(
        text.contains(
            "\nProblem: " + message + "\n  " + remedy.replace("ivn ", "ivn --site mysite ")),
        text);
    Object problems = site.json("status").get("problems");
    assertTrue(
        JsonDocument.elements(problems).contains(Map.of("message", message, "remedy", remedy)));
  }

  @Test
  void a_new_site_is_off_and_says_how_to_switch_it_on() {
    assertTrue(
        site.ok("status")
            .startsWith(
                """
                mysite: two-factor authentication is off, method OTP App

                               Users  Need it  Have it  Coverage
                Everybody      1      0        0        -
                Administrator  1      0        0        -
                All (2FA)      1      0        0        -
                Desk User      1      0        0        -
                """));
    hasProblem("two-factor authentication is off", "ivn set-config enable_two_factor_auth true");
  }

  @Test
  void coverage_is_told_for_everybody_and_by_role() {
    switchOn();
    site.ok("role", "add", "Auditor");
    site.ok("user", "add", "amy@example.com", "--grant", "Auditor");
    site.ok("user", "add", "bob@example.com", "--grant", "Auditor");
    site.ok("user", "add", "web@example.com", "--type", "Website User");
    site.ok("user", "add", "gone@example.com");
    site.ok("user", "disable", "gone@example.com");
    site.enrollAndConfirm("amy@example.com");
    site.enrollAndConfirm("Administrator");
    String text = site.ok("status");
    assertTrue(
        text.startsWith(
            """
            mysite: two-factor authentication is on, method OTP App

                           Users  Need it  Have it  Coverage
            Everybody      4      3        2        █████████████░░░░░░░ 66 %
            Administrator  1      1        1        ████████████████████ 100 %
            All (2FA)      4      3        2        █████████████░░░░░░░ 66 %
            Auditor        2      2        1        ██████████░░░░░░░░░░ 50 %
            Desk User      3      3        2        █████████████░░░░░░░ 66 %

            Missing: bob@example.com
            """),
        text);
    assertFalse(text.contains("Problem"), text);
  }

  @Test
  void coverage_is_told_in_json() {
    switchOn();
    site.ok("user", "add", "amy@example.com");
    site.ok("user", "disable", "amy@example.com");
    Map<String, Object> report = site.json("status");
    assertEquals(MySite.NAME, report.get("site"));
    assertEquals(true, report.get("two_factor_authentication"));
    assertEquals("OTP App", report.get("method"));
    assertEquals(1, report.get("users"));
    assertEquals(1, report.get("disabled"));
    assertEquals(1, report.get("required"));
    assertEquals(0, report.get("enrolled"));
    assertEquals(1, report.get("missing"));
    assertEquals(List.of("Administrator"), report.get("first_missing"));
    List<Object> roles = JsonDocument.elements(report.get("roles"));
    assertEquals(
        List.of("Administrator", "All", "Desk User", "Guest", "System Manager"),
        JsonDocument.each("role", roles));
    assertEquals(
        Map.of("role", "All", "two_factor", true, "users", 1, "required", 1, "enrolled", 0),
        roles.get(1));
  }

  @Test
  void of_many_who_lack_one_the_first_ten_are_named() {
    switchOn();
    try (Store store = site.store()) {
      store.write(
          () -> {
            for (char name = 'a'; name < 'p'; name++) {
              String user = name + "@example.com";
              store
                  .users()
                  .add(
                      new User(
                          user,
                          user,
                          UserType.SYSTEM_USER,
                          true,
                          user,
                          null,
                          null,
                          site.shell.clock.instant()));
            }
            return null;
          });
    }
    String text = site.ok("status");
    assertTrue(text.contains("\nMissing: Administrator, a@example.com, "), text);
    assertTrue(text.contains(", i@example.com …\n"), text);
    assertEquals(16, site.json("status").get("missing"));
    assertEquals(10, JsonDocument.elements(site.json("status").get("first_missing")).size());
  }

  @Test
  void a_switch_that_reaches_nobody_is_a_problem() {
    switchOn();
    site.ok("role", "disable-2fa", "All");
    hasProblem(
        "no role asks for a second factor: the switch applies to nobody",
        "ivn role enable-2fa All");
  }

  @Test
  void administrators_who_could_not_log_in_are_a_problem() {
    switchOn();
    hasProblem(
        "no administrator could log in: none has an authenticator or recovery codes",
        "ivn user enroll Administrator");
    site.ok("user", "add", "amy@example.com", "--grant", "System Manager");
    site.enrollAndConfirm("amy@example.com");
    assertFalse(site.ok("status").contains("Problem"));
  }

  @Test
  void the_exit_status_does_not_depend_on_problems() {
    assertEquals(0, site.run("status").status());
    switchOn();
    assertEquals(0, site.run("status").status());
  }

  @Test
  void a_site_made_by_bench_gets_its_store_on_first_need() {
    MySite old = MySite.madeByBench(directory.resolve("other"));
    assertTrue(old.ok("status").startsWith("mysite: two-factor authentication is off"));
    assertTrue(old.config().contains("ivn_encryption_key"));
  }
}
