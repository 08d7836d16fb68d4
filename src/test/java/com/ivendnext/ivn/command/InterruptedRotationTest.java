package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a rotation leaves that died between its steps, and how it goes on from there. */
class InterruptedRotationTest {
  @TempDir Path directory;

  private MySite site;
  private String secret;
  private String before;
  private String after;

  @BeforeEach
  void rotate() {
    site = MySite.withUser(directory);
    secret = site.enrollAndConfirm(MySite.USER);
    before = key();
    site.ok("key", "rotate");
    after = key();
  }

  private String key() {
    return (String) JsonDocument.parse(site.config()).get("ivn_encryption_key");
  }

  /** The store is the next key's, the config was not told. */
  private void dieAfterCommit() {
    site.config(
        site.config()
            .replace(
                "\"ivn_encryption_key\": \"" + after + "\"",
                "\"ivn_encryption_key\": \""
                    + before
                    + "\",\n \"ivn_encryption_key_next\": \""
                    + after
                    + "\""));
  }

  /** A next key stands in the config, the store is still the other's. */
  private void dieBeforeCommit() {
    site.config(
        site.config()
            .replace(
                "\"ivn_encryption_key\"",
                "\"ivn_encryption_key_next\": \""
                    + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
                    + "\",\n \"ivn_encryption_key\""));
  }

  @Test
  void the_site_works_after_a_death_behind_the_commit() {
    dieAfterCommit();
    site.ok("otp", "verify", MySite.USER, site.code(secret, 0));
    site.ok("key", "check");
    site.ok("audit", "verify");
  }

  @Test
  void the_next_rotation_finishes_that_and_does_no_more() {
    dieAfterCommit();
    String said = site.ok("key", "rotate");
    assertTrue(said.startsWith("An earlier rotation was interrupted"), said);
    assertEquals(after, key());
    assertFalse(site.config().contains("_next"));
  }

  @Test
  void a_dry_run_says_so() {
    dieAfterCommit();
    String config = site.config();
    String said = site.ok("key", "rotate", "--dry-run");
    assertTrue(said.contains("An earlier rotation was interrupted"), said);
    assertEquals(config, site.config());
  }

  @Test
  void the_site_works_after_a_death_before_the_commit() {
    dieBeforeCommit();
    site.ok("otp", "verify", MySite.USER, site.code(secret, 0));
    site.ok("key", "check");
    site.ok("key", "rotate");
    assertFalse(site.config().contains("_next"), site.config());
    assertFalse(site.config().contains(after));
    site.ok("otp", "verify", MySite.USER, site.code(secret, 1));
  }

  @Test
  void nobody_takes_the_key_in_force_away_in_between() {
    dieAfterCommit();
    String config = site.config();
    assertEquals(5, site.run("set-config", "ivn_encryption_key_next", "None").status());
    assertEquals(config, site.config());
  }

  @Test
  void the_next_key_is_shown_to_nobody() {
    dieAfterCommit();
    assertFalse(site.ok("show-config").contains(after));
    assertFalse(site.ok("settings").contains(after));
  }
}
