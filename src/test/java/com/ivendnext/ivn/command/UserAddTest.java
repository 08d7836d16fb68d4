package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserAddTest {
  private static final String BOB = "bob@example.com";

  @TempDir Path directory;
  private MySite site;

  @BeforeEach
  void make_a_site() {
    site = MySite.in(directory);
    site.ok("role", "add", "Auditor");
  }

  @Test
  void a_user_is_added_under_a_canonical_name() {
    site.prints("Added System User bob@example.com.\n", "user", "add", " Bob@Example.COM ");
    site.fails(5, "ivn: user bob@example.com exists already\n", "user", "add", BOB);
    assertEquals(BOB, site.json("user", "show", "BOB@example.com").get("full_name"));
  }

  @Test
  void a_user_is_added_with_everything_at_once() {
    Map<String, Object> added =
        site.json(
            "user",
            "add",
            BOB,
            "--full-name",
            "Bob B.",
            "--type",
            "website user",
            "--email",
            "b@example.com",
            "--mobile",
            "+49 30 1",
            "--restrict-ip",
            "10.0.0.0/8, 192.0.2.",
            "--grant",
            "Auditor",
            "--grant",
            "System Manager",
            "--grant",
            "Auditor");
    assertEquals(
        Map.of(
            "user",
            BOB,
            "full_name",
            "Bob B.",
            "type",
            "Website User",
            "roles",
            List.of("Auditor", "System Manager")),
        added);
    site.prints(
        """
        User           bob@example.com (Bob B.)
        Type           Website User
        Mailbox        b@example.com
        Mobile         +49 30 1
        Logs in from   10.0.0.0/8, 192.0.2.
        Roles          Auditor, System Manager, All
        Second factor  not needed, not enrolled
        """,
        "user",
        "show",
        BOB);
  }

  @Test
  void the_sentence_names_the_roles() {
    site.prints(
        "Added System User bob@example.com with role Auditor.\n",
        "user",
        "add",
        BOB,
        "--grant",
        "Auditor");
    site.prints(
        "Added Website User eve@example.com with roles Auditor, System Manager.\n",
        "user",
        "add",
        "eve@example.com",
        "--type",
        "Website User",
        "--grant",
        "Auditor",
        "--grant",
        "System Manager");
  }

  @Test
  void bench_spells_it_add_user() {
    site.prints(
        "Added System User amy@example.com with role Auditor.\n",
        "add-user",
        "amy@example.com",
        "--first-name",
        "Amy",
        "--last-name",
        "Ant",
        "--user-type",
        "System User",
        "--add-role",
        "Auditor");
    assertEquals("Amy Ant", site.json("user", "show", "amy@example.com").get("full_name"));
    assertEquals("Bob", site.json("add-user", BOB, "--first-name", "Bob").get("full_name"));
    site.prints("bob@example.com is kept from logging in now.\n", "disable-user", BOB);
  }

  @Test
  void help_does_not_list_the_spellings_of_bench_but_explains_them() {
    assertFalse(site.shell.ok("--help").out().contains("add-user"));
    assertFalse(site.shell.ok("user", "--help").out().contains("disable-user"));
    String help = site.shell.ok("add-user", "--help").out();
    assertTrue(help.startsWith("ivn user add - add a user\n"));
    assertFalse(help.contains("first-name"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bob", "bob@", "@example.com", "a@b@c", "b ob@example.com", "a:b@c", ""})
  void a_user_name_is_an_address(String name) {
    site.fails(
        2,
        """
        ivn: a user name is an e-mail address without spaces or colons
        ivn: hint: for example ivn --site mysite user add user@example.com
        """,
        "user",
        "add",
        name);
  }

  @Test
  void nothing_is_added_where_anything_is_wrong() {
    site.fails(
        4,
        """
        ivn: there is no role Auditro
        ivn: hint: did you mean Auditor?
        """,
        "user",
        "add",
        BOB,
        "--grant",
        "Auditro");
    site.fails(
        5,
        "ivn: role All is not granted: everybody has it\n",
        "user",
        "add",
        BOB,
        "--grant",
        "Auditor",
        "--grant",
        "All");
    site.fails(
        2,
        """
        ivn: --type must be System User or Website User, not "Admin"
        ivn: hint: ivn user add --help shows what it takes
        """,
        "user",
        "add",
        BOB,
        "--type",
        "Admin");
    site.fails(
        2,
        """
        ivn: "office" is no address to log in from
        ivn: hint: write 192.0.2.7, 2001:db8::/32 or the beginning 192.0.2., comma separated
        """,
        "user",
        "add",
        BOB,
        "--restrict-ip",
        "10.0.0.1, office");
    assertEquals(4, site.run("user", "show", BOB).status());
  }
}
