package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People of a real site: its tables as mariadb-dump wrote them, throw-away data. */
class FrappeMoveTest {
  private static final String[] IMPORT = {
    "user", "import", "dump.sql", "--create-roles", "--key-file", "frappe.json"
  };

  @TempDir Path directory;
  private MySite site;

  @BeforeEach
  void make_a_site() {
    site = MySite.in(directory);
    site.write("dump.sql", sample("dump.sql"));
    site.write("frappe.json", sample("site_config.json"));
  }

  private static String sample(String name) {
    try (InputStream in = FrappeMoveTest.class.getResourceAsStream("/frappe/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The secret as the site itself told it. */
  private static String secret(String user) {
    return (String) JsonDocument.parse(sample("answers.json")).get(user);
  }

  @Test
  void everybody_comes_over() {
    assertEquals(
        "Imported dump.sql (frappe-sql): 5 added, 1 changed, 0 unchanged, 0 skipped, 0"
            + " rejected.\n",
        site.ok(IMPORT));
    assertTrue(site.ok(IMPORT).contains("0 added, 0 changed, 6 unchanged"));
  }

  @Test
  void the_roles_that_need_a_second_factor_are_told() {
    assertTrue(
        site.run(IMPORT)
            .err()
            .startsWith(
                "ivn: note: that site asks these roles for a second factor: Accounts Boss, All;"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"m1@example.com", "m2@example.com", "m3@example.com"})
  void the_phone_stays_as_it_is(String user) {
    site.ok(IMPORT);
    site.ok("otp", "verify", user, site.code(secret(user), 0));
  }

  @ParameterizedTest
  @CsvSource({
    "m1@example.com,Correct-horse-0",
    "m2@example.com,Correct-horse-1",
    "m3@example.com,Correct-horse-2",
    "m4@example.com,Correct-horse-3",
    "m5@example.com,Correct-horse-4",
    "Administrator,admin"
  })
  void the_password_stays_as_it_is(String user, String password) {
    site.ok(IMPORT);
    String[] login = {"login", "start", user, "--password-file", "-"};
    Outcome outcome = site.runWithInput(password, login);
    assertEquals(0, outcome.status(), outcome.err());
    assertEquals(3, site.runWithInput(password + "x", login).status());
  }

  @Test
  void types_and_roles_come_over() {
    site.ok(IMPORT);
    String website = site.ok("user", "show", "m4@example.com");
    assertTrue(website.contains("Website User") && website.contains("+491510000003"), website);
    assertTrue(site.ok("user", "show", "m5@example.com").contains("Accounts Boss"));
  }

  @Test
  void the_site_s_own_encryption_key_is_taken_where_no_file_is_named() {
    String key = (String) JsonDocument.parse(sample("site_config.json")).get("encryption_key");
    site.config(site.config().replaceFirst("\\{", "{\n \"encryption_key\": \"" + key + "\","));
    site.ok("user", "import", "dump.sql", "--create-roles");
    site.ok("otp", "verify", "m1@example.com", site.code(secret("m1@example.com"), 0));
  }

  @Test
  void a_key_that_is_not_the_one_is_told_in_a_sentence() {
    String[] command = {"user", "import", "dump.sql", "--key-file", "key"};
    site.write("key", "A".repeat(43) + "=\n");
    assertEquals(
        "the encryption_key does not open the secrets in the dump",
        site.error(8, command).get("message"));
    site.write("key", "AAAA\n");
    assertEquals(
        "an encryption_key is 32 bytes of url-safe base64, this one is not",
        site.error(2, command).get("message"));
    site.write("key", "{\"db_name\": \"x\"}");
    assertEquals("encryption_key is missing", site.error(8, command).get("message"));
    assertEquals(
        "such a site keeps secrets under its encryption_key, which is not known",
        site.error(2, "user", "import", "dump.sql").get("message"));
    assertFalse(site.ok("user", "list").contains("m1@example.com"));
  }

  @Test
  void a_dump_that_was_cut_off_brings_nobody() {
    String whole = sample("dump.sql");
    for (int percent = 5; percent < 100; percent += 10) {
      site.write("dump.sql", whole.substring(0, whole.length() * percent / 100));
      assertEquals(8, site.run(IMPORT).status(), percent + " %");
    }
    assertFalse(site.ok("user", "list").contains("m1@example.com"));
  }

  @Test
  void secrets_go_back_into_such_a_site() {
    site.ok(IMPORT);
    String[] export = {"user", "export", "--as", "frappe-sql", "--key-file", "frappe.json"};
    String back = site.ok(export);
    for (String user : new String[] {"m1@example.com", "m2@example.com", "m3@example.com"}) {
      assertTrue(back.contains("'" + user + "_otpsecret'"), user);
      assertFalse(back.contains(secret(user)), user);
    }
    site.write("back.sql", back);
    site.shell.ok("new-site", "other");
    String[] again = {"--site", "other", "user", "import", "back.sql", "--key-file", "frappe.json"};
    assertTrue(site.shell.run(again).out().contains("3 added"));
    String code = site.code(secret("m3@example.com"), 0);
    assertEquals(
        0, site.shell.run("--site", "other", "otp", "verify", "m3@example.com", code).status());
  }

  @Test
  void nothing_is_written_without_the_key() {
    assertEquals(
        "such a site keeps secrets under its encryption_key, which is not known",
        site.error(2, "user", "export", "--as", "frappe-sql", "-o", "back.sql").get("message"));
    assertFalse(site.file("back.sql").toFile().exists());
  }
}
