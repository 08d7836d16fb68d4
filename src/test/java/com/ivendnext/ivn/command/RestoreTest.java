package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code restore} into a site that is there and works: nothing that was used is good again. */
class RestoreTest {
  private static final String TOKEN = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  private static final String[] TOKEN_CODES = {
    "755224", "287082", "359152", "969429", "338314", "254676"
  };

  @TempDir Path directory;

  private MySite site;
  private String secret;
  private List<?> recoveryCodes;

  @BeforeEach
  void back_up_and_go_on() {
    site = MySite.withUser(directory);
    secret = site.enrollAndConfirm(MySite.USER);
    site.ok("user", "add", "token@example.com");
    site.write("token.txt", TOKEN);
    site.ok(
        "user",
        "enroll",
        "token@example.com",
        "--type",
        "hotp",
        "--secret-file",
        "token.txt",
        "--no-qr");
    site.ok("user", "confirm", "token@example.com", TOKEN_CODES[0]);
    recoveryCodes = (List<?>) site.json("recovery", "generate", MySite.USER).get("codes");
    site.ok("backup", "-o", "x.zip");
    site.shell.sleep(Duration.ofHours(1));
  }

  private String restore() {
    return site.ok("restore", "x.zip", "--yes");
  }

  private int verify(String user, String code) {
    return site.run("otp", "verify", user, code).status();
  }

  @Test
  void brings_users_and_roles_back_and_takes_later_ones_away() {
    site.ok("user", "remove", "token@example.com", "--yes");
    site.ok("user", "add", "late@example.com");
    site.ok("role", "add", "Late");
    restore();
    String users = site.ok("user", "list");
    assertTrue(users.contains("token@example.com") && !users.contains("late@example.com"), users);
    assertFalse(site.ok("role", "list").contains("Late"));
  }

  @Test
  void a_code_of_an_app_that_was_used_stays_used() {
    String code = site.code(secret, 0);
    assertEquals(0, verify(MySite.USER, code));
    restore();
    assertEquals(3, verify(MySite.USER, code));
    assertEquals(0, verify(MySite.USER, site.code(secret, 1)));
  }

  @Test
  void a_code_of_a_token_that_was_used_stays_used() {
    assertEquals(0, verify("token@example.com", TOKEN_CODES[3]));
    restore();
    for (int i = 0; i <= 3; i++) {
      assertEquals(3, verify("token@example.com", TOKEN_CODES[i]));
      site.ok("user", "unlock", "token@example.com");
    }
    assertEquals(0, verify("token@example.com", TOKEN_CODES[4]));
  }

  @Test
  void a_recovery_code_that_was_used_stays_used_and_the_others_good() {
    assertEquals(0, verify(MySite.USER, (String) recoveryCodes.get(0)));
    restore();
    assertEquals(3, verify(MySite.USER, (String) recoveryCodes.get(0)));
    assertEquals(0, verify(MySite.USER, (String) recoveryCodes.get(1)));
  }

  @Test
  void recovery_codes_that_were_made_since_stay_good_and_those_before_void() {
    List<?> later = (List<?>) site.json("recovery", "generate", MySite.USER).get("codes");
    restore();
    assertEquals(3, verify(MySite.USER, (String) recoveryCodes.get(1)));
    assertEquals(0, verify(MySite.USER, (String) later.get(1)));
  }

  @Test
  void wrong_codes_since_still_make_wait() {
    String wrong = site.wrongCode(secret);
    for (int i = 0; i < 4; i++) {
      site.run("otp", "verify", MySite.USER, wrong);
    }
    restore();
    assertEquals(6, verify(MySite.USER, site.code(secret, 0)));
  }

  @Test
  void an_app_that_was_revoked_since_is_named_and_its_codes_of_now_are_passed_by() {
    String code = site.code(secret, 0);
    assertEquals(0, verify(MySite.USER, code));
    site.ok("user", "reset-2fa", MySite.USER, "--reason", "stolen", "--force");
    String said = restore();
    assertTrue(
        said.contains("Good again, though revoked since: app of " + MySite.USER + "\n"), said);
    for (int step = -1; step <= 1; step++) {
      assertEquals(3, verify(MySite.USER, site.code(secret, step)));
    }
    site.ok("user", "unlock", MySite.USER);
    site.shell.sleep(Duration.ofSeconds(90));
    assertEquals(0, verify(MySite.USER, site.code(secret, 0)));
  }

  @Test
  void a_token_that_was_revoked_since_does_not_come_back() {
    assertEquals(0, verify("token@example.com", TOKEN_CODES[2]));
    site.ok("user", "reset-2fa", "token@example.com", "--reason", "lost", "--force");
    String said = restore();
    assertTrue(said.contains("enroll anew: hardware token"), said);
    assertEquals(3, verify("token@example.com", TOKEN_CODES[2]));
  }

  @Test
  void the_audit_log_goes_on_and_tells_of_it() {
    site.ok("user", "add", "late@example.com");
    restore();
    site.ok("audit", "verify");
    String log = site.ok("audit", "list");
    assertTrue(log.contains("late@example.com"), log);
    assertTrue(log.contains("restore"), log);
    site.ok("user", "add", "later@example.com");
    site.ok("audit", "verify");
  }

  @Test
  void what_is_replaced_is_kept_as_a_backup_that_can_be_restored() {
    site.ok("user", "add", "late@example.com");
    String kept = (String) site.json("restore", "x.zip", "--yes").get("kept");
    assertFalse(site.ok("user", "list").contains("late@example.com"));
    site.ok("restore", kept, "--yes");
    assertTrue(site.ok("user", "list").contains("late@example.com"));
    site.ok("audit", "verify");
  }

  @Test
  void settings_stay_as_they_are() {
    site.ok("set-config", "enable_two_factor_auth", "false");
    site.ok("set-config", "otp_issuer_name", "Later");
    String config = site.config();
    restore();
    assertEquals(config, site.config());
  }

  @Test
  void logins_that_were_under_way_end() throws Exception {
    Path store = site.file("sites/mysite/ivn.db");
    RawStore.sql(store, "INSERT INTO ivn_login VALUES ('x', '" + MySite.USER + "', NULL, 9e15)");
    restore();
    assertEquals("0", RawStore.ask(store, "SELECT COUNT(*) FROM ivn_login"));
  }

  @Test
  void a_backup_from_before_a_rotation_takes_the_old_key_and_the_site_keeps_the_new_one()
      throws Exception {
    Map<String, Object> config = JsonDocument.parse(site.config());
    site.write("old.key", (String) config.get("ivn_encryption_key"));
    Files.setPosixFilePermissions(
        site.file("old.key"), PosixFilePermissions.fromString("rw-------"));
    site.ok("key", "rotate");
    String after = site.config();
    Outcome refused = site.run("restore", "x.zip", "--yes");
    assertEquals(8, refused.status());
    assertTrue(refused.err().contains("is not at hand"), refused.err());
    site.ok("restore", "x.zip", "--yes", "--key-file", "old.key");
    assertEquals(after, site.config());
    site.ok("key", "check");
    assertEquals(0, verify(MySite.USER, site.code(secret, 0)));
    assertEquals(0, verify(MySite.USER, (String) recoveryCodes.get(5)));
    site.ok("audit", "verify");
  }

  @Test
  void a_program_that_has_the_store_open_sees_it() {
    site.ok("user", "add", "late@example.com");
    try (var open = site.store()) {
      assertTrue(open.users().find("late@example.com").isPresent());
      restore();
      assertTrue(open.users().find("late@example.com").isEmpty());
    }
  }

  @Test
  void nobody_asked_means_nothing_done() {
    site.ok("user", "add", "late@example.com");
    Outcome refused = site.run("restore", "x.zip");
    assertEquals(5, refused.status());
    assertTrue(refused.err().contains("replace what mysite holds by the backup of "));
    assertTrue(site.ok("user", "list").contains("late@example.com"));
  }

  @Test
  void can_be_done_twice() {
    restore();
    site.shell.sleep(Duration.ofSeconds(2));
    restore();
    assertNotEquals(3, verify(MySite.USER, site.code(secret, 0)));
    site.ok("audit", "verify");
  }
}
