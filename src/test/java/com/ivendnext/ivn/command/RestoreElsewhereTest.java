package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess;
import com.ivendnext.ivn.InProcess.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code restore} where the site that was backed up is not there, or is of no use any more. */
class RestoreElsewhereTest {
  private static final String TOKEN = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  private static final String STORE = "sites/mysite/ivn.db";

  @TempDir Path directory;

  private MySite site;
  private String secret;
  private String recoveryCode;
  private String key;

  @BeforeEach
  void back_up() throws IOException {
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
    site.ok("user", "confirm", "token@example.com", "755224");
    recoveryCode =
        (String) ((List<?>) site.json("recovery", "generate", MySite.USER).get("codes")).get(0);
    key = (String) JsonDocument.parse(site.config()).get("ivn_encryption_key");
    site.write("mysite.key", key + "\n");
    Files.setPosixFilePermissions(
        site.file("mysite.key"), PosixFilePermissions.fromString("rw-------"));
    site.ok("backup", "-o", "bare.zip");
    site.run("backup", "--with-key", "-o", "keyed.zip");
  }

  private Outcome on(String name, String... command) {
    String[] all = new String[command.length + 2];
    all[0] = "--site";
    all[1] = name;
    System.arraycopy(command, 0, all, 2, command.length);
    return site.shell.run(all);
  }

  private int verify(String name, String user, String code) {
    return on(name, "otp", "verify", user, code).status();
  }

  @Test
  void a_new_site_is_made_with_settings_and_key() {
    Outcome made = on("copy.example", "restore", "keyed.zip");
    assertEquals(0, made.status(), made.err());
    assertTrue(site.read("sites/copy.example/site_config.json").contains("enable_two_factor_auth"));
    assertEquals(0, on("copy.example", "key", "check").status());
    assertEquals(0, on("copy.example", "audit", "verify").status());
    assertTrue(on("copy.example", "audit", "list").out().contains("restore"));
  }

  @Test
  void a_new_site_reads_its_key_from_the_file_that_is_named() {
    assertEquals(8, on("copy.example", "restore", "bare.zip").status());
    assertFalse(Files.exists(site.file("sites/copy.example")));
    Outcome made = on("copy.example", "restore", "bare.zip", "--key-file", "mysite.key");
    assertEquals(0, made.status(), made.err());
    assertFalse(site.read("sites/copy.example/site_config.json").contains(key));
    assertEquals(0, on("copy.example", "key", "check").status());
  }

  @Test
  void what_may_have_been_used_since_is_not_good_any_more() {
    String said = on("copy.example", "restore", "keyed.zip").out();
    assertTrue(said.contains("enroll anew: hardware token app of token@example.com"), said);
    assertTrue(said.contains("10 recovery codes ended"), said);
    assertEquals(3, verify("copy.example", "token@example.com", "287082"));
    assertEquals(3, verify("copy.example", MySite.USER, recoveryCode));
    for (int step = -1; step <= 1; step++) {
      assertEquals(3, verify("copy.example", MySite.USER, site.code(secret, step)));
    }
    on("copy.example", "user", "unlock", MySite.USER);
    site.shell.sleep(Duration.ofSeconds(90));
    assertEquals(0, verify("copy.example", MySite.USER, site.code(secret, 0)));
  }

  @Test
  void it_stays_good_where_nothing_was_used_since() {
    assertEquals(0, on("copy.example", "restore", "keyed.zip", "--up-to-date").status());
    assertEquals(0, verify("copy.example", "token@example.com", "287082"));
    assertEquals(0, verify("copy.example", MySite.USER, recoveryCode));
  }

  @Test
  void a_damaged_store_is_replaced_where_that_is_asked_for_and_kept() throws Exception {
    site.write(STORE, "this is no database, and was one before somebody wrote over it".repeat(9));
    Outcome refused = site.run("restore", "bare.zip", "--yes");
    assertEquals(8, refused.status());
    assertTrue(refused.err().contains("hint: --replace moves that store aside"), refused.err());
    String kept = (String) site.json("restore", "bare.zip", "--yes", "--replace").get("kept");
    assertTrue(Files.readString(Path.of(kept, "ivn.db")).startsWith("this is no database"));
    site.ok("key", "check");
    site.ok("audit", "verify");
    site.ok("user", "add", "next@example.com");
    site.ok("audit", "verify");
  }

  @Test
  void a_store_that_is_gone_comes_back() throws IOException {
    Files.delete(site.file(STORE));
    assertEquals(8, site.run("user", "list").status());
    site.ok("restore", "bare.zip", "--yes");
    assertTrue(site.ok("user", "list").contains(MySite.USER));
    site.ok("audit", "verify");
  }

  @Test
  void a_lost_key_comes_back_with_a_backup_that_has_it() {
    site.config("{\"enable_two_factor_auth\": true, \"db_name\": \"x\"}");
    assertEquals(8, site.run("restore", "keyed.zip", "--yes").status());
    site.ok("restore", "keyed.zip", "--yes", "--replace");
    assertTrue(site.config().contains(key) && site.config().contains("db_name"), site.config());
    assertFalse(site.config().contains("_next"));
    site.ok("key", "check");
    site.ok("audit", "verify");
  }

  @Test
  void a_store_of_a_newer_program_is_left_alone() throws Exception {
    RawStore.sql(
        site.file(STORE), "UPDATE ivn_meta SET value = '999' WHERE name = 'schema_version'");
    Outcome refused = site.run("restore", "bare.zip", "--yes");
    assertEquals(8, refused.status());
    assertEquals(
        "999",
        RawStore.ask(site.file(STORE), "SELECT value FROM ivn_meta WHERE name = 'schema_version'"));
  }

  @Test
  void a_site_that_bench_has_made_gets_a_store() {
    site.write("sites/made.example/site_config.json", "{\"db_name\": \"x\"}");
    Outcome made = on("made.example", "restore", "keyed.zip", "--yes");
    assertEquals(0, made.status(), made.err());
    assertTrue(site.read("sites/made.example/site_config.json").contains("\"db_name\": \"x\""));
    assertEquals(0, on("made.example", "key", "check").status());
  }

  @Test
  void a_name_that_cannot_be_is_refused() {
    assertEquals(2, on("../evil", "restore", "keyed.zip").status());
    assertEquals(2, on("all", "restore", "keyed.zip").status());
    assertEquals(2, site.shell.run("restore", "keyed.zip").status());
  }

  @Test
  void a_dropped_site_can_be_had_back_under_its_name() {
    site.shell.ok("drop-site", "mysite", "--yes");
    assertEquals(8, on("mysite", "restore", "bare.zip").status());
    assertEquals(0, on("mysite", "restore", "keyed.zip").status());
    assertTrue(site.ok("user", "list").contains(MySite.USER));
  }

  @Test
  void it_works_in_another_bench() throws IOException {
    Path other = Files.createDirectories(directory.resolve("other/sites")).getParent();
    InProcess.Outcome made =
        site.shell.run("--bench", other.toString(), "--site", "moved", "restore", "keyed.zip");
    assertEquals(0, made.status(), made.err());
    assertTrue(Files.exists(other.resolve("sites/moved/ivn.db")));
  }
}
