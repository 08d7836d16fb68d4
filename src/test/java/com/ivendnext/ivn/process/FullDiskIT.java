package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The disk of the site is full, or nearly: status 8, one sentence, and nothing has changed. */
final class FullDiskIT {
  private static final String USER = "user@example.com";

  @TempDir private Path room;
  private Path directory;
  private SmallDisk disk;
  private RealBench bench;
  private byte[] config;

  @BeforeEach
  void mount() throws IOException {
    Tool.need("sqlite3");
    directory = Files.createDirectory(room.resolve("disk"));
    disk = SmallDisk.on(directory);
    bench = RealBench.madeOn(disk);
    bench.enroll(USER);
    config = Files.readAllBytes(bench.config());
  }

  @AfterEach
  void unmount() {
    if (disk != null) {
      disk.close();
    }
  }

  @Test
  void set_config_changes_nothing() throws Exception {
    disk.fillUpTo(0);
    RealIvn.Outcome outcome = bench.ivn().run("set-config", "otp_issuer_name", "Example");
    assertRefused(
        "ivn: cannot write "
            + directory
            + "/sites/mysite/site_config.json: no space left on device",
        outcome);
    assertUnharmed();
  }

  /** At the sizes SQLite runs out of space in its shared memory, its journal, or the last page. */
  @ParameterizedTest
  @ValueSource(ints = {0, 16_384, 32_768, 40_960})
  void user_add_adds_nobody(int left) throws Exception {
    disk.fillUpTo(left);
    RealIvn.Outcome outcome = bench.ivn().run("user", "add", "other@example.com");
    assertRefused("ivn: no space is left for the store " + store(), outcome);
    assertUnharmed();
    assertFalse(bench.ok("user", "list").contains("other@example.com"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 16_384, 32_768, 40_960})
  void otp_verify_does_not_use_the_code_up(int left) throws Exception {
    String code = RealBench.code(0);
    disk.fillUpTo(left);
    RealIvn.Outcome outcome = bench.ivn().run("otp", "verify", USER, code);
    assertRefused("ivn: no space is left for the store " + store(), outcome);
    assertUnharmed();
    bench.ok("otp", "verify", USER, code);
  }

  /** At these sizes the config fits and the store does not. */
  @ParameterizedTest
  @ValueSource(ints = {8_192, 32_768, 65_536})
  void new_site_leaves_nothing_that_stands_in_the_way_of_the_next_attempt(int left)
      throws Exception {
    disk.fillUpTo(left);
    assertEquals(8, bench.ivn().run("new-site", "second").status());
    assertFalse(Files.exists(directory.resolve("sites/second")));
    disk.clear();
    assertEquals(0, bench.ivn().run("new-site", "second").status());
  }

  private String store() {
    return directory + "/sites/mysite/ivn.db";
  }

  private static void assertRefused(String sentence, RealIvn.Outcome outcome) {
    assertEquals(new RealIvn.Outcome(8, "", sentence + "\n"), outcome);
  }

  private void assertUnharmed() throws Exception {
    disk.clear();
    assertArrayEquals(config, Files.readAllBytes(bench.config()));
    List<String> names = new ArrayList<>();
    try (var files = Files.newDirectoryStream(bench.site())) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    }
    assertTrue(names.stream().noneMatch(name -> name.endsWith(".tmp")), names::toString);
    bench.assertStoreIsWhole(Files.createDirectory(room.resolve("copy")));
  }
}
