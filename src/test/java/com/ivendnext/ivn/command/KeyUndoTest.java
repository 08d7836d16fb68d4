package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code key rotate --undo}: the new key is lost, the old one and the rollback file are not. */
class KeyUndoTest {
  @TempDir Path directory;

  private MySite site;
  private String secret;
  private String recoveryCode;
  private String oldKey;

  @BeforeEach
  void rotate_and_lose_the_new_key() throws Exception {
    site = MySite.withUser(directory);
    secret = site.enrollAndConfirm(MySite.USER);
    recoveryCode =
        (String) ((List<?>) site.json("recovery", "generate", MySite.USER).get("codes")).get(0);
    oldKey = (String) JsonDocument.parse(site.config()).get("ivn_encryption_key");
    site.ok("key", "rotate", "--rollback-file", "rollback.tsv");
    site.write("old.key", oldKey + "\n");
    Files.setPosixFilePermissions(
        site.file("old.key"), PosixFilePermissions.fromString("rw-------"));
  }

  private void loseNewKey() {
    site.config(site.config().replace("ivn_encryption_key", "lost"));
    assertEquals(8, site.run("user", "enroll", "Administrator").status());
  }

  private String undo() {
    return site.ok("key", "rotate", "--undo", "rollback.tsv", "--key-file", "old.key");
  }

  @Test
  void everything_opens_with_the_old_key_again() {
    loseNewKey();
    String said = undo();
    assertTrue(said.startsWith("Put back: 4 values of mysite.\n"), said);
    site.ok("otp", "verify", MySite.USER, site.code(secret, 0));
    site.ok("otp", "verify", MySite.USER, recoveryCode);
    site.ok("key", "check");
  }

  @Test
  void the_audit_log_stays_whole_also_for_what_was_recorded_in_between() {
    site.ok("user", "add", "between@example.com");
    loseNewKey();
    undo();
    site.ok("audit", "verify");
    assertTrue(site.ok("audit", "list").contains("undone"));
  }

  @Test
  void what_was_sealed_in_between_is_named_as_lost() {
    site.enroll("Administrator");
    loseNewKey();
    String said = undo();
    assertTrue(said.contains("Sealed since, and lost: ivn_authenticator "), said);
    assertTrue(said.contains(" of Administrator\n"), said);
    assertEquals(8, site.run("key", "check").status());
    site.ok("otp", "verify", MySite.USER, site.code(secret, 0));
  }

  @Test
  void the_old_key_may_stand_in_the_config_again() {
    site.ok("set-config", "--force", "ivn_encryption_key", "--value-file", "old.key");
    site.ok("key", "rotate", "--undo", "rollback.tsv");
    site.ok("key", "check");
  }

  @Test
  void the_file_holds_no_key_and_is_for_its_owner_alone() throws Exception {
    String content = site.read("rollback.tsv");
    assertFalse(content.contains(oldKey) || content.contains(secret));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(site.file("rollback.tsv"))));
  }

  @Test
  void another_rotation_is_not_undone_by_it() {
    site.ok("key", "rotate");
    String config = site.config();
    Outcome refused = site.run("key", "rotate", "--undo", "rollback.tsv", "--key-file", "old.key");
    assertEquals(8, refused.status());
    assertTrue(refused.err().contains("is not sealed with the key that this rollback file undoes"));
    assertEquals(config, site.config());
    site.ok("key", "check");
  }

  @Test
  void without_the_old_key_nothing_is_done() {
    Outcome refused = site.run("key", "rotate", "--undo", "rollback.tsv");
    assertEquals(8, refused.status());
    assertTrue(refused.err().contains("is not at hand\nivn: hint: --key-file FILE"), refused.err());
    site.ok("key", "check");
  }

  @Test
  void a_file_that_was_cut_off_changes_nothing() {
    String content = site.read("rollback.tsv");
    site.write("rollback.tsv", content.substring(0, content.length() - 4));
    assertEquals(
        8, site.run("key", "rotate", "--undo", "rollback.tsv", "--key-file", "old.key").status());
    site.ok("key", "check");
  }

  @Test
  void anything_else_is_no_rollback_file() {
    site.write("other.tsv", "a\tb\n");
    site.fails(
        8,
        "ivn: "
            + site.file("other.tsv")
            + " is not a rollback file of ivn key rotate, or was cut off\n",
        "key",
        "rotate",
        "--undo",
        "other.tsv");
    assertEquals(2, site.run("key", "rotate", "--undo", "missing.tsv").status());
  }
}
