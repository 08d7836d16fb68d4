package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess.Outcome;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.twofactor.Authenticator;
import com.ivendnext.ivn.twofactor.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code key rotate}: another key, and everything sealed anew. */
class KeyRotateTest {
  private static final String STORE = "sites/mysite/ivn.db";

  @TempDir Path directory;

  private MySite site;
  private String secret;
  private String oldKey;

  @BeforeEach
  void set_up() {
    site = MySite.withUser(directory);
    secret = site.enrollAndConfirm(MySite.USER);
    oldKey = key();
  }

  private String key() {
    return (String) config().get("ivn_encryption_key");
  }

  private Map<String, Object> config() {
    return JsonDocument.parse(site.config());
  }

  private void keyFile(String name, String key) throws Exception {
    site.write(name, key + "\n");
    Files.setPosixFilePermissions(site.file(name), PosixFilePermissions.fromString("rw-------"));
  }

  private void codesAreAccepted(int step) {
    site.ok("otp", "verify", MySite.USER, site.code(secret, step));
  }

  @Test
  void codes_and_recovery_codes_are_good_under_the_new_key() {
    Object codes = site.json("recovery", "generate", MySite.USER).get("codes");
    site.ok("key", "rotate");
    assertNotEquals(oldKey, key());
    codesAreAccepted(0);
    site.ok("otp", "verify", MySite.USER, (String) ((List<?>) codes).get(3));
    site.ok("key", "check");
  }

  @Test
  void no_old_ciphertext_is_left_and_the_next_key_is_no_longer_staged() throws Exception {
    String before = sealed();
    site.ok("key", "rotate");
    assertNotEquals(before, sealed());
    assertFalse(site.config().contains("_next"), site.config());
    assertFalse(site.config().contains(oldKey));
  }

  private String sealed() throws Exception {
    return RawStore.column(site.file(STORE), "secret");
  }

  @Test
  void it_can_be_done_again_and_again() {
    for (int i = 0; i < 3; i++) {
      site.ok("key", "rotate");
      site.ok("user", "add", "user" + i + "@example.com");
      site.ok("audit", "verify");
    }
    codesAreAccepted(0);
    assertEquals(4, tallies().get("ivn_key").intValue() - 1);
  }

  private Map<String, Number> tallies() {
    Map<String, Number> tallies = new HashMap<>();
    for (Object tally : (List<?>) site.json("key", "check").get("tables")) {
      tallies.put(
          (String) ((Map<?, ?>) tally).get("table"), (Number) ((Map<?, ?>) tally).get("values"));
    }
    return tallies;
  }

  @Test
  void the_old_key_does_not_sign_records_any_more() throws Exception {
    site.ok("key", "rotate");
    site.ok("audit", "verify");
    RawStore.sql(site.file(STORE), "UPDATE ivn_audit SET subject = 'x' WHERE sequence = 1");
    assertEquals(8, site.run("audit", "verify").status());
  }

  @Test
  void the_rotation_is_in_the_audit_log_without_any_key() {
    site.ok("key", "rotate");
    String log = site.ok("audit", "list");
    assertTrue(log.contains("key.rotate"), log);
    assertFalse(log.contains(oldKey) || log.contains(key()), log);
  }

  @Test
  void a_dry_run_changes_nothing() throws Exception {
    String config = site.config();
    String sealed = sealed();
    String said = site.ok("key", "rotate", "--dry-run");
    assertTrue(said.startsWith("Dry run, nothing was changed.\n"), said);
    assertTrue(said.contains("sealed anew: 1 value."), said);
    site.ok("key", "rotate", "--dry-run", "--key-file", "new.key");
    assertEquals(config, site.config());
    assertEquals(sealed, sealed());
    assertFalse(Files.exists(site.file("new.key")));
  }

  @Test
  void the_new_key_may_be_in_a_file_of_its_own() throws Exception {
    String other = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    keyFile("keys/mysite.key", other);
    site.ok("key", "rotate", "--key-file", "keys/mysite.key");
    assertEquals(site.file("keys/mysite.key") + "", config().get("ivn_encryption_key_file"));
    assertFalse(config().containsKey("ivn_encryption_key"));
    codesAreAccepted(0);
  }

  @Test
  void a_file_that_is_not_there_is_made_for_its_owner_alone() throws Exception {
    String said = site.ok("key", "rotate", "--key-file", "mysite.key");
    assertTrue(said.contains("It was made in "), said);
    Path file = site.file("mysite.key");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    codesAreAccepted(0);
  }

  @Test
  void a_key_in_a_file_needs_another_file() throws Exception {
    site.ok("key", "rotate", "--key-file", "one.key");
    Outcome refused = site.run("key", "rotate");
    assertEquals(2, refused.status());
    assertTrue(refused.err().contains("is kept in "), refused.err());
    site.ok("key", "rotate", "--key-file", "two.key");
    assertEquals(site.file("two.key") + "", config().get("ivn_encryption_key_file"));
    codesAreAccepted(0);
  }

  @Test
  void the_same_key_is_refused() throws Exception {
    String config = site.config();
    keyFile("same.key", oldKey);
    site.fails(
        5,
        "ivn: that is the key which the site has already\n",
        "key",
        "rotate",
        "--key-file",
        "same.key");
    assertEquals(config, site.config());
    codesAreAccepted(0);
  }

  @Test
  void a_file_without_a_key_is_refused_and_nothing_changed() throws Exception {
    String config = site.config();
    keyFile("bad.key", "nonsense");
    assertEquals(8, site.run("key", "rotate", "--key-file", "bad.key").status());
    assertEquals(config, site.config());
    codesAreAccepted(0);
  }

  @Test
  void a_value_that_does_not_open_is_named_and_nothing_changed() throws Exception {
    String config = site.config();
    RawStore.sql(site.file(STORE), "UPDATE ivn_authenticator SET secret = 'AAAA'");
    Outcome refused = site.run("key", "rotate");
    assertEquals(8, refused.status());
    assertTrue(refused.err().contains("1 of 1 sealed values do not open: ivn_authenticator "));
    assertTrue(refused.err().contains(" of " + MySite.USER), refused.err());
    assertEquals(config, site.config());
  }

  @Test
  void a_lost_key_cannot_be_rotated() {
    site.config(site.config().replace("ivn_encryption_key", "lost"));
    Outcome refused = site.run("key", "rotate");
    assertEquals(8, refused.status());
    assertTrue(
        refused.err().startsWith("ivn: site mysite has a store but no ivn_encryption_key\n"));
  }

  @Test
  void a_rollback_file_that_exists_is_not_overwritten() {
    site.write("rollback.tsv", "precious");
    assertEquals(5, site.run("key", "rotate", "--rollback-file", "rollback.tsv").status());
    assertEquals("precious", site.read("rollback.tsv"));
    assertEquals(oldKey, key());
  }

  /** As {@code ivn serve} does: what it seals must open for the others. */
  @Test
  void a_program_that_has_the_store_open_notices() {
    try (Store open = site.store()) {
      Authenticator held = open.authenticators().of(MySite.USER).get(0);
      open.write(() -> open.authenticators().secret(held));
      site.ok("key", "rotate");
      assertEquals(secret, open.authenticators().secret(held).base32());
      open.write(
          () -> {
            open.record(Event.of("test", "x"));
            return open.authenticators().secret(held);
          });
    }
    site.ok("audit", "verify");
  }

  @Test
  void a_log_that_was_pruned_stays_intact_and_can_be_pruned_again() {
    site.shell.sleep(Duration.ofDays(10));
    site.ok("audit", "prune", "--before", "2026-11-30", "--yes");
    site.ok("key", "rotate");
    site.ok("audit", "verify");
    site.shell.sleep(Duration.ofDays(10));
    site.ok("audit", "prune", "--before", "2026-12-10", "--yes");
    site.ok("audit", "verify");
    site.ok("key", "rotate");
    site.ok("audit", "verify");
  }
}
