package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ivendnext.ivn.InProcess.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users but for their authenticators. */
class UserCommandsTest {
  private static final String BOB = "bob@example.com";

  @TempDir Path directory;
  private MySite site;

  @BeforeEach
  void make_a_site() {
    site = MySite.in(directory);
    site.ok("role", "add", "Auditor");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "show",
        "remove --yes",
        "enable",
        "disable",
        "grant",
        "revoke",
        "enroll",
        "authenticators",
        "why",
        "confirm",
        "revoke-authenticator"
      })
  void a_user_that_does_not_exist_is_not_found(String verb) {
    String more = verb.matches("grant|revoke") ? " Auditor" : "";
    more = verb.equals("confirm") ? " 123456" : verb.endsWith("authenticator") ? " app" : more;
    String[] line = ("user " + verb + " eve@example.com" + more).split(" ");
    site.fails(
        4,
        """
        ivn: there is no user eve@example.com
        ivn: hint: ivn --site mysite user list shows who there is
        """,
        line);
    Map<String, Object> error = site.error(4, line);
    assertEquals("not_found", error.get("code"));
    assertEquals("there is no user eve@example.com", error.get("message"));
  }

  @Test
  void roles_are_granted_and_taken_all_or_none() {
    site.ok("user", "add", BOB);
    site.prints(
        "bob@example.com has the roles Auditor, System Manager, All, Desk User.\n",
        "user",
        "grant",
        BOB,
        "System Manager",
        "Auditor",
        "Auditor");
    site.fails(
        4,
        "ivn: there is no role Audito\nivn: hint: did you mean Auditor?\n",
        "user",
        "revoke",
        BOB,
        "System Manager",
        "Audito");
    assertEquals(
        Map.of(
            "user",
            BOB,
            "roles",
            List.of("Auditor", "All", "Desk User"),
            "dry_run",
            false,
            "affected",
            List.of()),
        site.json("user", "revoke", BOB, "System Manager"));
    site.prints(
        "bob@example.com has the roles All, Desk User.\n", "user", "revoke", BOB, "Auditor");
    site.prints(
        "bob@example.com has the roles All, Desk User.\n", "user", "revoke", BOB, "Auditor");
  }

  @Test
  void an_automatic_role_is_neither_granted_nor_taken() {
    site.ok("user", "add", BOB);
    String message = "ivn: role Desk User is not granted: every System User has it\n";
    site.fails(5, message, "user", "grant", BOB, "Auditor", "Desk User");
    site.fails(5, message, "user", "revoke", BOB, "Desk User");
    assertEquals(List.of("All", "Desk User"), site.json("user", "show", BOB).get("roles"));
  }

  @Test
  void a_user_is_kept_from_logging_in_and_let_in_again() {
    site.ok("user", "add", BOB);
    site.prints("bob@example.com can log in already.\n", "user", "enable", BOB);
    site.prints(
        "bob@example.com is kept from logging in now.\n", "user", "disable", "BOB@example.com");
    site.prints("bob@example.com is kept from logging in already.\n", "user", "disable", BOB);
    assertEquals(
        Map.of("user", BOB, "enabled", true, "changed", true, "dry_run", false),
        site.json("user", "enable", BOB));
    assertEquals(
        Map.of("user", BOB, "enabled", true, "changed", false, "dry_run", false),
        site.json("user", "enable", BOB));
  }

  @Test
  void a_user_is_removed_where_a_yes_is_given() {
    site.ok("user", "add", BOB);
    site.fails(
        5,
        """
        ivn: nobody can be asked whether to remove user bob@example.com and all authenticators
        ivn: hint: add --yes to do it unasked
        """,
        "user",
        "remove",
        BOB);
    site.prints(
        "Removed bob@example.com with all grants and authenticators.\n",
        "user",
        "remove",
        "Bob@example.com",
        "--yes");
    site.ok("user", "add", BOB);
    site.shell.onTerminal();
    Outcome outcome = site.runWithInput("y\n", "user", "remove", BOB);
    assertEquals(0, outcome.status());
    assertEquals("remove user bob@example.com and all authenticators? [y/N] ", outcome.err());
  }

  @Test
  void the_administrator_stays_and_is_not_even_asked_about() {
    site.shell.onTerminal();
    Outcome outcome = site.runWithInput("y\n", "user", "remove", "administrator");
    assertEquals(5, outcome.status());
    assertEquals(
        """
        ivn: the Administrator cannot be removed
        ivn: hint: ivn --site mysite user disable Administrator keeps that account from logging in
        """,
        outcome.err());
  }

  @Test
  void what_is_missing_is_named() {
    site.fails(
        2,
        "ivn: missing USER\nivn: hint: ivn user add --help shows what it takes\n",
        "user",
        "add");
    site.fails(
        2,
        "ivn: missing ROLE\nivn: hint: ivn user grant --help shows what it takes\n",
        "user",
        "grant",
        BOB);
  }
}
