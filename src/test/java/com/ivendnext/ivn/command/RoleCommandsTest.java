package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleCommandsTest {
  private static final String AUDITOR = "Auditor";

  @TempDir Path directory;
  private MySite site;

  @BeforeEach
  void make_a_site() {
    site = MySite.in(directory);
  }

  @Test
  void a_site_begins_with_the_roles_of_frappe_and_all_ticked() {
    site.prints(
        """
        Role            2FA  Users
        Administrator   no   only the Administrator has it
        All             yes  everybody has it
        Desk User       no   every System User has it
        Guest           no   only visitors who are not logged in have it
        System Manager  no   0
        """,
        "role",
        "list");
  }

  @Test
  void a_list_in_json_has_the_same_facts() {
    List<Object> roles = JsonDocument.elements(site.json("role", "list").get("roles"));
    assertEquals(
        List.of("Administrator", "All", "Desk User", "Guest", "System Manager"),
        JsonDocument.each("name", roles));
    assertEquals(List.of(false, true, false, false, false), JsonDocument.each("two_factor", roles));
    assertEquals(List.of(true, true, true, true, true), JsonDocument.each("built_in", roles));
    assertEquals(0, JsonDocument.members(roles.get(4)).get("grants"));
  }

  @Test
  void a_role_is_added_once_and_not_ticked() {
    site.prints(
        "Added role Auditor. It does not ask for a second factor yet.\n", "role", "add", AUDITOR);
    site.fails(5, "ivn: role Auditor exists already\n", "role", "add", AUDITOR);
    site.fails(5, "ivn: role Auditor exists already\n", "role", "add", " auditor ");
    site.fails(5, "ivn: role All exists already\n", "role", "add", "ALL");
    assertEquals(false, site.json("role", "show", AUDITOR).get("two_factor"));
    assertEquals("B", site.json("role", "add", " B ").get("role"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"\",a role name cannot be empty",
        "\" \",a role name cannot be empty",
        "\"a\tb\",a role name cannot hold line breaks or control characters"
      })
  void a_role_needs_a_name(String name, String message) {
    site.fails(2, "ivn: " + message + "\n", "role", "add", name);
  }

  @Test
  void a_role_name_has_its_limit() {
    site.ok("role", "add", "é".repeat(140));
    site.fails(
        2,
        "ivn: a role name has at most 140 characters, this one has 141\n",
        "role",
        "add",
        "x".repeat(141));
  }

  @Test
  void ticking_tells_whether_it_changed_anything() {
    site.ok("role", "add", AUDITOR);
    String[] tick = {"role", "enable-2fa", AUDITOR};
    String[] untick = {"role", "disable-2fa", AUDITOR};
    site.prints("Role Auditor does not ask for a second factor.\n", untick);
    site.prints("Role Auditor now asks for a second factor.\n", tick);
    site.prints("Role Auditor already asks for a second factor.\n", tick);
    assertEquals(false, site.json(tick).get("changed"));
    assertEquals(true, site.json("role", "show", AUDITOR).get("two_factor"));
    site.prints("Role Auditor no longer asks for a second factor.\n", untick);
    assertEquals(false, site.json(untick).get("two_factor"));
  }

  @Test
  void a_guest_is_never_asked() {
    site.fails(
        5,
        "ivn: role Guest cannot ask for a second factor: a guest never logs in\n",
        "role",
        "enable-2fa",
        "Guest");
  }

  @Test
  void a_role_is_shown_with_who_has_it() {
    site.prints(
        """
        Role           Desk User (built in)
        Second factor  not asked for
        Held by        every System User has it
        """,
        "role",
        "show",
        "Desk User");
    site.ok("role", "add", AUDITOR);
    site.ok("user", "add", "a@example.com", "--grant", AUDITOR);
    site.prints(
        """
        Role           Auditor
        Second factor  not asked for
        Held by        1 user
        """,
        "role",
        "show",
        AUDITOR);
    assertEquals(1, site.json("role", "show", AUDITOR).get("grants"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"show", "remove", "enable-2fa", "disable-2fa"})
  void a_role_that_does_not_exist_leads_to_the_one_that_was_meant(String verb) {
    site.fails(4, "ivn: there is no role all\nivn: hint: did you mean All?\n", "role", verb, "all");
    site.fails(
        4,
        """
        ivn: there is no role Nobody
        ivn: hint: ivn --site mysite role list shows the roles
        """,
        "role",
        verb,
        "Nobody");
    site.fails(
        2,
        "ivn: missing ROLE\nivn: hint: ivn role " + verb + " --help shows what it takes\n",
        "role",
        verb);
  }

  @Test
  void a_role_is_removed_with_its_grants() {
    site.ok("role", "add", AUDITOR);
    site.ok("user", "add", "a@example.com", "--grant", AUDITOR);
    site.ok("user", "add", "b@example.com", "--grant", AUDITOR);
    site.fails(
        5,
        """
        ivn: nobody can be asked whether to remove role Auditor (held by 2 users)
        ivn: hint: add --yes to do it unasked
        """,
        "role",
        "remove",
        AUDITOR);
    site.prints(
        "Removed role Auditor from the site and from 2 users.\n",
        "role",
        "remove",
        AUDITOR,
        "--yes");
    assertEquals(
        List.of("All", "Desk User"), site.json("user", "show", "a@example.com").get("roles"));
    site.ok("role", "add", AUDITOR);
    site.prints("Removed role Auditor.\n", "role", "remove", AUDITOR, "-y");
  }

  @Test
  void a_role_is_removed_where_a_yes_is_typed() {
    site.ok("role", "add", AUDITOR);
    site.shell.onTerminal();
    Outcome no = site.runWithInput("no\n", "role", "remove", AUDITOR);
    assertEquals(5, no.status());
    Outcome yes = site.runWithInput("y\n", "role", "remove", AUDITOR);
    assertEquals(
        new Outcome(0, "Removed role Auditor.\n", "remove role Auditor (held by 0 users)? [y/N] "),
        yes);
  }

  @Test
  void a_built_in_role_stays_and_is_not_even_asked_about() {
    site.shell.onTerminal();
    for (String[] line :
        List.of(
            new String[] {"role", "remove", "All"},
            new String[] {"role", "remove", "System Manager", "--yes"})) {
      Outcome outcome = site.runWithInput("y\n", line);
      assertEquals(5, outcome.status());
      assertTrue(outcome.err().matches("ivn: role .* is built in and stays\n"), outcome.err());
    }
  }

  @Test
  void a_name_cannot_steer_the_terminal() {
    String name = "a\u202eb";
    site.prints(
        "Added role a\\u202eb. It does not ask for a second factor yet.\n", "role", "add", name);
    assertEquals(name, site.json("role", "show", name).get("name"));
    assertTrue(site.ok("role", "list").contains("a\\u202eb"));
    site.shell.onTerminal();
    assertEquals(
        "remove role a\\u202eb (held by 0 users)? [y/N] ivn: nothing was changed\n",
        site.runWithInput("\n", "role", "remove", name).err());
  }
}
