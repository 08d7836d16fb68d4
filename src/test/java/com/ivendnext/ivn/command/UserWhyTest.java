package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserWhyTest {
  private static final String USER = MySite.USER;

  @TempDir Path directory;
  private MySite site;

  @BeforeEach
  void make_a_site() {
    site = MySite.withUser(directory);
  }

  private void explains(String out, String... more) {
    String[] line = new String[more.length + 3];
    System.arraycopy(new String[] {"user", "why", USER}, 0, line, 0, 3);
    System.arraycopy(more, 0, line, 3, more.length);
    site.prints(out, line);
  }

  private void decides(String decision, String rule, String... more) {
    String[] line = new String[more.length + 3];
    System.arraycopy(new String[] {"user", "why", USER}, 0, line, 0, 3);
    System.arraycopy(more, 0, line, 3, more.length);
    Map<String, Object> document = site.json(line);
    assertEquals(decision, document.get("decision"));
    assertEquals(rule, document.get("rule"));
    assertEquals(!decision.equals("not_required"), document.get("required"));
  }

  @Test
  void a_role_that_everybody_has() {
    explains(
        """
        user@example.com needs a second factor, because role All asks for it, and everybody has it.
        No authenticator is active: ivn --site mysite user enroll user@example.com
        """);
    decides("must_enroll", "role");
  }

  @Test
  void a_role_that_was_granted() {
    site.ok("role", "disable-2fa", "All");
    site.ok("role", "add", "Auditor");
    site.ok("role", "enable-2fa", "Auditor");
    decides("not_required", "no_role");
    site.ok("user", "grant", USER, "Auditor");
    site.enrollAndConfirm(USER);
    explains(
        """
        user@example.com needs a second factor, because role Auditor asks for it.
        An authenticator is active.
        """);
    decides("required", "role");
  }

  @Test
  void desk_user_is_a_role_too() {
    site.ok("role", "disable-2fa", "All");
    site.ok("role", "enable-2fa", "Desk User", "--force");
    decides("must_enroll", "role");
  }

  @Test
  void no_role() {
    site.ok("role", "disable-2fa", "All");
    explains(
        """
        user@example.com needs no second factor, because none of this user's roles asks for it.
        No authenticator is active.
        """);
  }

  @Test
  void the_switch() {
    site.ok("set-config", "enable_two_factor_auth", "false");
    explains(
        """
        user@example.com needs no second factor, because \
        two-factor authentication is off for this site.
        No authenticator is active.
        """);
    decides("not_required", "site_off");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "True", "1", "yes"})
  void the_switch_however_it_was_flipped(String value) {
    site.config(site.config().replaceAll("(two_factor_auth\": )true", "$1\"" + value + "\""));
    decides("must_enroll", "role");
  }

  @Test
  void a_website_user() {
    site.ok("user", "add", "web@example.com", "--type", "Website User");
    site.prints(
        """
        web@example.com needs no second factor, because a Website User is never asked.
        No authenticator is active.
        """,
        "user",
        "why",
        "web@example.com");
  }

  @Test
  void a_user_who_cannot_log_in_anyway() {
    site.ok("user", "disable", USER);
    explains(
        """
        user@example.com is kept from logging in. Otherwise:
        user@example.com needs a second factor, because role All asks for it, and everybody has it.
        No authenticator is active: ivn --site mysite user enroll user@example.com
        """);
    assertEquals(false, site.json("user", "why", USER).get("enabled"));
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3,not_required,address",
    "2001:db8::7,not_required,address",
    "10.2.0.1,must_enroll,role",
    "2001:db9::7,must_enroll,role"
  })
  void an_address_that_is_let_pass(String address, String decision, String rule) {
    site.ok("user", "remove", USER, "-y");
    site.ok("user", "add", USER, "--restrict-ip", "10.1.0.0/16, 2001:db8::/32");
    decides("must_enroll", "role", "--address", address);
    site.ok("set-config", "bypass_2fa_for_retricted_ip_users", "true");
    decides(decision, rule, "--address", address);
    decides("must_enroll", "role");
  }

  @ParameterizedTest
  @ValueSource(strings = {"office", "10.1", "10.1.2.3.4", "300.1.2.3", "10.0.0.0/8", "", ":::"})
  void an_address_must_be_one(String address) {
    site.fails(
        2,
        "ivn: \"" + address + "\" is no IP address\n",
        "user",
        "why",
        USER,
        "--address",
        address);
  }
}
