package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess.Outcome;
import com.ivendnext.ivn.crypto.MasterKey;
import com.ivendnext.ivn.twofactor.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch keeps stores open, and yet each line sees what the lines before it did. */
class BatchStoreTest {
  @TempDir Path directory;
  private MySite site;

  @BeforeEach
  void make() {
    site = MySite.withUser(directory);
  }

  private Outcome batch(String... lines) {
    site.write("lines", String.join("\n", lines) + "\n");
    return site.run("batch", "-f", "lines");
  }

  @Test
  void sees_a_setting_that_a_line_before_has_written() {
    Outcome outcome =
        batch(
            "user why " + MySite.USER,
            "set-config enable_two_factor_auth false",
            "user why " + MySite.USER,
            "set-config -g enable_two_factor_auth true",
            "set-config enable_two_factor_auth None --force",
            "user why " + MySite.USER);
    String[] answers = outcome.out().split("\n");
    assertTrue(answers[0].startsWith(MySite.USER + " needs a second factor"), outcome.out());
    assertTrue(outcome.out().contains("two-factor authentication is off for this site"));
    assertEquals(0, outcome.status(), outcome.err());
  }

  @Test
  void sees_that_the_key_was_replaced() {
    String other = MasterKey.generate(new SecureRandom()).text();
    site.write("key", other);
    Outcome outcome =
        batch(
            "user enroll " + MySite.USER + " --no-qr",
            "set-config ivn_encryption_key --value-file key --force",
            "user enroll Administrator --no-qr");
    assertEquals(8, outcome.status());
    assertTrue(outcome.err().contains("line 3: the encryption key of this site"), outcome.err());
  }

  @Test
  void sees_that_a_key_file_says_something_else() throws IOException {
    String key = (String) JsonDocument.parse(site.config()).get("ivn_encryption_key");
    site.write("sites/mysite/key", key);
    Files.setPosixFilePermissions(
        site.file("sites/mysite/key"), PosixFilePermissions.fromString("rw-------"));
    Outcome outcome =
        batch("set-config ivn_encryption_key_file key", "user enroll " + MySite.USER + " --no-qr");
    assertEquals(0, outcome.status(), outcome.err());
    Files.delete(directory.resolve("sites/mysite/key"));
    assertEquals(8, batch("user enroll " + MySite.USER + " --no-qr").status());
  }

  @Test
  void starts_anew_on_a_site_that_was_dropped_and_made_again() {
    Outcome outcome =
        batch(
            "user add old@example.com",
            "drop-site mysite --yes",
            "new-site mysite",
            "user add new@example.com");
    assertEquals(0, outcome.status(), outcome.err());
    String users = site.ok("user", "list");
    assertTrue(users.contains("new@example.com"), users);
    assertFalse(users.contains("old@example.com"), users);
    assertEquals("", site.run("audit", "verify").err());
  }

  @Test
  void leaves_the_archived_site_whole() throws IOException {
    batch("user add old@example.com", "drop-site mysite --yes", "new-site mysite");
    Path archived = directory.resolve("archived/sites/mysite");
    assertFalse(Files.exists(archived.resolve("ivn.db-wal")));
    Files.createDirectories(directory.resolve("again/sites"));
    Files.move(archived, directory.resolve("again/sites/mysite"));
    Outcome list =
        site.shell.run("--bench", directory + "/again", "--site", "mysite", "user", "list");
    assertTrue(list.out().contains("old@example.com"), list.out() + list.err());
  }

  @Test
  void undoes_a_line_that_fails_and_nothing_else() {
    Outcome outcome =
        batch("user add a@example.com", "user add b@example.com --grant Nobody", "user list");
    assertEquals(4, outcome.status());
    String users = site.ok("user", "list");
    assertTrue(users.contains("a@example.com"), users);
    assertFalse(users.contains("b@example.com"), users);
  }

  @Test
  void leaves_a_whole_audit_chain() {
    batch("user add a@example.com", "user add b@example.com", "user remove a@example.com --yes");
    assertEquals(0, site.run("audit", "verify").status());
  }

  @Test
  void closes_the_stores_at_the_end() throws IOException {
    batch("user add a@example.com");
    assertFalse(Files.exists(directory.resolve("sites/mysite/ivn.db-wal")));
    try (Store store = site.store()) {
      assertTrue(store.users().find("a@example.com").isPresent());
    }
  }
}
