package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A site that cannot be read or written: status 8, the file is named and left as it is. */
final class DamagedSiteIT {

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set-config otp_issuer_name Example",
        "show-config",
        "user add other@example.com",
        "otp verify user@example.com 123456",
        "status"
      })
  void an_empty_config_is_named_and_left_alone(String command) throws IOException {
    RealBench bench = RealBench.madeIn(directory);
    Files.write(bench.config(), new byte[0]);
    FileTime before = Files.getLastModifiedTime(bench.config());
    RealIvn.Outcome outcome = bench.ivn().run(command.split(" "));
    assertEquals(8, outcome.status());
    String sentence = "ivn: cannot read " + bench.config().toRealPath() + ": the file is empty";
    assertTrue(outcome.err().startsWith(sentence), outcome::err);
    assertEquals(0, Files.size(bench.config()));
    assertEquals(before, Files.getLastModifiedTime(bench.config()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set-config otp_issuer_name Example",
        "user add other@example.com",
        "otp verify user@example.com 123456"
      })
  void a_directory_that_cannot_be_written_is_named(String command) throws IOException {
    try (SmallDisk disk = SmallDisk.on(directory)) {
      RealBench bench = RealBench.madeOn(disk);
      byte[] config = Files.readAllBytes(bench.config());
      byte[] store = Files.readAllBytes(bench.site().resolve("ivn.db"));
      disk.protect();
      RealIvn.Outcome outcome = bench.ivn().run(command.split(" "));
      assertEquals(8, outcome.status(), outcome::err);
      assertTrue(outcome.err().startsWith("ivn: "), outcome::err);
      assertTrue(outcome.err().contains(directory + "/sites/mysite/"), outcome::err);
      assertEquals("", outcome.out());
      assertEquals(-1, Arrays.mismatch(config, Files.readAllBytes(bench.config())));
      assertEquals(-1, Arrays.mismatch(store, Files.readAllBytes(bench.site().resolve("ivn.db"))));
    }
  }

  @Test
  void a_config_can_be_read_on_a_directory_that_cannot_be_written() throws IOException {
    try (SmallDisk disk = SmallDisk.on(directory)) {
      RealBench bench = RealBench.madeOn(disk);
      disk.protect();
      assertTrue(bench.ok("show-config").contains("otp_window_steps"));
    }
  }
}
