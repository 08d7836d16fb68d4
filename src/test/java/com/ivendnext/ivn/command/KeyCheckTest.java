package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyCheckTest {
  private static final String OTHER = "b@example.com";

  @TempDir Path directory;

  private MySite site;
  private Path store;

  @BeforeEach
  void set_up() {
    site = MySite.withUser(directory);
    site.ok("user", "add", OTHER);
    site.enroll(MySite.USER);
    site.enroll(OTHER);
    store = site.file("sites/mysite/ivn.db");
  }

  @Test
  void counts_what_opens_table_by_table() {
    Map<String, Object> answer = site.json("key", "check");
    List<?> tables = (List<?>) answer.get("tables");
    assertEquals(
        Map.of("table", "ivn_authenticator", "values", 2, "closed", List.of()), tables.get(0));
    assertEquals(3, tables.size());
  }

  @Test
  void says_by_which_key() {
    String said = site.ok("key", "check");
    assertTrue(
        said.endsWith("2 sealed values of mysite open with key " + fingerprint() + ".\n"), said);
  }

  private String fingerprint() {
    return (String) site.json("key", "check").get("key");
  }

  @Test
  void ciphertexts_of_two_users_that_were_swapped_are_named() throws Exception {
    RawStore.sql(
        store,
        "WITH old AS MATERIALIZED (SELECT id, secret FROM ivn_authenticator)"
            + " UPDATE ivn_authenticator SET secret = (SELECT o.secret FROM old o"
            + " WHERE o.id <> ivn_authenticator.id)");
    Outcome outcome = site.run("key", "check");
    assertEquals(8, outcome.status());
    assertEquals("", outcome.out());
    assertTrue(outcome.err().startsWith("ivn: 2 of 2 sealed values do not open: "), outcome.err());
    assertTrue(outcome.err().contains(" of " + MySite.USER) && outcome.err().contains(OTHER));
  }

  @Test
  void programs_are_told_every_row() throws Exception {
    RawStore.sql(
        store, "UPDATE ivn_authenticator SET secret = 'xx' WHERE user_name = '" + OTHER + "'");
    Map<String, Object> error = site.error(8, "key", "check");
    Map<?, ?> table = (Map<?, ?>) ((List<?>) error.get("tables")).get(0);
    List<?> closed = (List<?>) table.get("closed");
    assertEquals(1, closed.size());
    assertEquals(OTHER, ((Map<?, ?>) closed.get(0)).get("user"));
  }

  @Test
  void more_values_than_one_page_are_looked_at() throws Exception {
    RawStore.sql(
        store,
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500)"
            + " INSERT INTO ivn_authenticator SELECT 'x' || i, user_name, label || i, state, 'bad',"
            + " algorithm, digits, period, weak, last_factor, failures, locked_until, replaces,"
            + " created_at, confirmed_at, last_used_at, kind, drift FROM ivn_authenticator, n"
            + " WHERE user_name = '"
            + OTHER
            + "'");
    String said = site.run("key", "check").err();
    assertTrue(said.startsWith("ivn: 2500 of 2502 sealed values do not open: "), said);
    assertTrue(said.contains(" and 2490 more\n"), said);
  }

  @Test
  void the_key_of_another_site_is_said_in_one_sentence() {
    site.shell.ok("new-site", "other.example");
    String other = site.read("sites/other.example/site_config.json");
    site.write("sites/mysite/site_config.json", other);
    site.fails(
        8,
        "ivn: the encryption key of this site is not the one its store was made with\n"
            + "ivn: hint: put the right ivn_encryption_key back into site_config.json\n",
        "key",
        "check");
  }
}
