package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code set-config} and the key that opens the store. */
class KeyGuardTest {
  private static final String CONFIG = "sites/mysite/site_config.json";
  private static final String OTHER_KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  @TempDir Path directory;

  private MySite site;
  private String key;

  @BeforeEach
  void set_up() {
    site = MySite.withUser(directory);
    site.enrollAndConfirm("Administrator");
    key = (String) config().get("ivn_encryption_key");
  }

  private Map<String, Object> config() {
    return JsonDocument.parse(site.read(CONFIG));
  }

  @ParameterizedTest
  @CsvSource({
    "ivn_encryption_key," + OTHER_KEY,
    "ivn_encryption_key,nonsense",
    "ivn_encryption_key,None",
    "ivn_encryption_key_file,missing.key"
  })
  void another_key_or_none_is_refused_and_not_written(String setting, String value) {
    String before = site.read(CONFIG);
    Outcome outcome = site.run("set-config", setting, value);
    assertEquals(5, outcome.status(), outcome.out());
    assertTrue(
        outcome
            .err()
            .startsWith(
                "ivn: the store of mysite is sealed with the key that is set:"
                    + " with any other one nobody could log in\n"),
        outcome.err());
    assertEquals(before, site.read(CONFIG));
    site.ok("user", "add", "b@example.com");
  }

  @Test
  void so_it_is_for_all_sites_of_a_bench() {
    site.write("sites/common_site_config.json", "{\"ivn_encryption_key\": \"" + key + "\"}");
    site.ok("set-config", "ivn_encryption_key", "None");
    assertEquals(5, site.run("set-config", "-g", "ivn_encryption_key", OTHER_KEY).status());
    site.ok("user", "add", "b@example.com");
  }

  @Test
  void the_same_key_is_no_other() {
    assertEquals(0, site.run("set-config", "ivn_encryption_key", "--", key).status());
  }

  @Test
  void the_same_key_may_move_to_a_file() throws Exception {
    site.write("sites/mysite/ivn.key", key + "\n");
    Files.setPosixFilePermissions(
        site.file("sites/mysite/ivn.key"), PosixFilePermissions.fromString("rw-------"));
    site.ok("set-config", "ivn_encryption_key_file", "ivn.key");
    site.ok("set-config", "ivn_encryption_key", "None");
    site.ok("user", "add", "b@example.com");
  }

  @Test
  void a_file_that_others_may_read_is_refused_and_the_hint_says_why() {
    site.write("sites/mysite/ivn.key", key + "\n");
    Outcome refused = site.run("set-config", "ivn_encryption_key_file", "ivn.key");
    assertEquals(5, refused.status());
    assertTrue(
        refused.err().contains("is not used, because it is open to others than its owner\n"),
        refused.err());
  }

  @Test
  void the_right_key_may_come_back() {
    site.write(CONFIG, site.read(CONFIG).replace(key, OTHER_KEY));
    assertEquals(8, site.run("user", "add", "b@example.com").status());
    assertEquals(0, site.run("set-config", "ivn_encryption_key", "--", key).status());
    site.ok("user", "add", "b@example.com");
  }

  @Test
  void a_lost_key_may_come_back() {
    site.write(CONFIG, site.read(CONFIG).replace("ivn_encryption_key", "lost"));
    assertEquals(8, site.run("user", "add", "b@example.com").status());
    assertEquals(0, site.run("set-config", "ivn_encryption_key", "--", key).status());
    site.ok("user", "add", "b@example.com");
  }

  @Test
  void what_is_no_key_is_not_written_in_place_of_a_lost_one() {
    String lost = site.read(CONFIG).replace("ivn_encryption_key", "lost");
    site.write(CONFIG, lost);
    assertEquals(8, site.run("set-config", "ivn_encryption_key", "nonsense").status());
    assertEquals(8, site.run("set-config", "ivn_encryption_key_file", "missing.key").status());
    assertEquals(lost, site.read(CONFIG));
  }
}
