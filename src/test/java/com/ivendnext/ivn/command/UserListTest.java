package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess;
import com.ivendnext.ivn.twofactor.Role;
import com.ivendnext.ivn.twofactor.Store;
import com.ivendnext.ivn.twofactor.User;
import com.ivendnext.ivn.twofactor.UserType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserListTest {
  @TempDir Path directory;
  private MySite site;

  @BeforeEach
  void make_a_site() {
    site = MySite.in(directory);
  }

  /** One of each kind, over a switch that is on. */
  private void populate() {
    site.ok("set-config", "enable_two_factor_auth", "true");
    site.ok("role", "add", "Auditor");
    site.ok("user", "add", "amy@example.com", "--grant", "Auditor");
    site.ok("user", "add", "bob@example.com");
    site.ok("user", "add", "eve@example.com", "--type", "Website User");
    site.ok("user", "add", "zoe@example.com", "--grant", "Auditor");
    site.enrollAndConfirm("amy@example.com");
    site.enrollAndConfirm("eve@example.com");
    site.enroll("bob@example.com");
    site.ok("user", "disable", "zoe@example.com");
  }

  @Test
  void tells_who_needs_one_and_who_has_one() {
    populate();
    site.prints(
        """
        User             Type          2FA       Roles
        Administrator    System User   missing   Administrator, All, Desk User
        amy@example.com  System User   enrolled  Auditor, All, Desk User
        bob@example.com  System User   missing   All, Desk User
        eve@example.com  Website User  enrolled  All
        zoe@example.com  System User   disabled  Auditor, All, Desk User
        """,
        "user",
        "list");
  }

  @Test
  void tells_the_same_in_json() {
    populate();
    List<Object> users = JsonDocument.elements(site.json("user", "list").get("users"));
    assertEquals(
        Map.of(
            "name",
            "amy@example.com",
            "full_name",
            "amy@example.com",
            "type",
            "System User",
            "enabled",
            true,
            "required",
            true,
            "enrolled",
            true,
            "roles",
            List.of("Auditor", "All", "Desk User")),
        users.get(1));
    assertEquals(List.of(true, true, true, false, false), JsonDocument.each("required", users));
    assertEquals(List.of(true, true, true, true, false), JsonDocument.each("enabled", users));
  }

  @ParameterizedTest
  @CsvSource({
    "--required,Administrator amy bob",
    "--enrolled,amy eve",
    "--missing,Administrator bob",
    "--disabled,zoe",
    "--role Auditor,amy zoe",
    "--role All,Administrator amy bob eve zoe",
    "--role 'Desk User',Administrator amy bob zoe",
    "--role Guest,''",
    "--required --enrolled,amy",
    "--role Auditor --enrolled,amy",
    "--role Auditor --missing,''",
    "--role Auditor --disabled,zoe",
    "--missing --enrolled,''",
    "--disabled --required,''"
  })
  void a_user_must_fit_all_that_is_asked(String filters, String names) {
    populate();
    String[] words = ("user list " + filters.replace("'Desk User'", "Desk_User")).split(" ");
    for (int i = 0; i < words.length; i++) {
      words[i] = words[i].replace('_', ' ');
    }
    List<String> fitting =
        JsonDocument.each("name", site.json(words).get("users")).stream()
            .map(name -> name.toString().replace("@example.com", ""))
            .toList();
    assertEquals(names, String.join(" ", fitting));
  }

  @Test
  void a_role_that_does_not_exist_is_not_found() {
    site.fails(
        4,
        "ivn: there is no role Al\nivn: hint: did you mean All?\n",
        "user",
        "list",
        "--role",
        "Al");
  }

  @Test
  void nobody_is_a_header_or_an_empty_list() {
    site.prints("User  Type  2FA  Roles\n", "user", "list", "--disabled");
    assertEquals("{\n  \"users\": []\n}\n", site.ok("user", "list", "--disabled", "--format=json"));
  }

  @Test
  void thousands_come_one_at_a_time_and_aligned() {
    addThousands();
    List<String> lines = site.ok("user", "list").lines().toList();
    assertEquals(3002, lines.size());
    int type = lines.get(0).indexOf("Type");
    for (String line : lines.subList(1, lines.size())) {
      assertEquals("  System User  not required  ", line.substring(type - 2, type + 27), line);
    }
    List<Object> users = JsonDocument.elements(site.json("user", "list").get("users"));
    assertEquals(3001, users.size());
    assertEquals(List.of("Administrator"), JsonDocument.each("name", users.subList(0, 1)));
    assertEquals(
        List.of("z".repeat(60) + "@example.com"),
        JsonDocument.each("name", users.subList(3000, 3001)));
  }

  private void addThousands() {
    try (Store store = site.store()) {
      store.write(
          () -> {
            for (int i = 1; i < 3000; i++) {
              store.users().add(user("u" + i + "@example.com", "User " + i));
            }
            store.users().add(user("z".repeat(60) + "@example.com", "the widest comes last"));
            return null;
          });
    }
  }

  private static User user(String name, String fullName) {
    return new User(name, fullName, UserType.SYSTEM_USER, true, name, null, null, InProcess.START);
  }

  @Test
  void names_cannot_steer_the_terminal_and_are_exact_in_json() {
    String evil = "\u001b[2j\u001b]0;pwned\u0007@example.com";
    try (Store store = site.store()) {
      store.write(
          () -> {
            store.roles().add(new Role("\u009b31m\n", true));
            store.users().add(user(evil, "\u202eevil"));
            store.users().grant(evil, "\u009b31m\n");
            return null;
          });
    }
    String shown = "\\x1b[2j\\x1b]0;pwned\\x07@example.com";
    String list = site.ok("user", "list");
    assertTrue(list.contains(shown + "  System User  not required  \\x9b31m\\x0a, All"), list);
    String show = site.ok("user", "show", evil);
    assertTrue(show.startsWith("User           " + shown + " (\\u202eevil)\n"), show);
    for (String line : List.of("user list", "role list", "status", "list-sites")) {
      assertFalse(site.ok(line.split(" ")).matches("(?s).*[\u001b\u0007\u009b\u202e].*"), line);
    }
    List<Object> users = JsonDocument.elements(site.json("user", "list").get("users"));
    assertTrue(JsonDocument.each("name", users).contains(evil));
    assertTrue(JsonDocument.each("full_name", users).contains("\u202eevil"));
  }

  @Test
  void a_damaged_setting_is_told_before_anything_is_listed() {
    site.config(site.config().replace("{", "{\"enable_two_factor_auth\": \"maybe\","));
    String message =
        "enable_two_factor_auth in "
            + site.file("sites/mysite/site_config.json")
            + " must be true or false, not \"maybe\"";
    site.fails(
        8,
        "ivn: "
            + message
            + "\nivn: hint: ivn --site mysite set-config enable_two_factor_auth VALUE mends it\n",
        "user",
        "list");
    assertEquals(message, site.error(8, "user", "list").get("message"));
    var all = site.shell.run("--site", "all", "user", "list", "--format", "json");
    assertEquals(8, all.status());
    Object one = JsonDocument.parse(all.out()).get(MySite.NAME);
    assertTrue(JsonDocument.members(one).containsKey("error"));
  }
}
