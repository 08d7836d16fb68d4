package com.ivendnext.ivn.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import com.ivendnext.ivn.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be read or written is told, left as it is, and leaves nothing behind. */
class ConfigFileRefusalTest {

  @TempDir Path directory;
  private Path file;
  private ConfigFile config;

  @BeforeEach
  void name_a_config() {
    file = directory.resolve("site_config.json");
    config = new ConfigFile(file, directory.resolve("locks/site_config.lock"));
  }

  private Failure updateRefused() {
    return Failing.withData(() -> config.update(all -> Map.of("a", 1L)));
  }

  private Failure readRefused() {
    return Failing.withData(config::read);
  }

  private Set<String> entries() throws IOException {
    Set<String> names = new HashSet<>();
    try (var stream = Files.newDirectoryStream(directory)) {
      stream.forEach(entry -> names.add(entry.getFileName().toString()));
    }
    return names;
  }

  @Test
  void an_empty_file_is_refused_and_left_as_it_is() throws IOException {
    Files.createFile(file);
    assertTrue(updateRefused().getMessage().contains("the file is empty at line 1, column 1"));
    assertEquals(0, Files.size(file));
    readRefused();
  }

  @Test
  void a_malformed_file_is_refused_and_left_as_it_is() throws IOException {
    Files.writeString(file, "{\"a\": 1,}");
    assertEquals(
        "cannot read " + file + ": not valid JSON at line 1, column 9",
        updateRefused().getMessage());
    assertEquals("{\"a\": 1,}", Files.readString(file));
    assertEquals(Set.of("site_config.json", "locks"), entries());
  }

  @Test
  void a_directory_in_its_place_is_refused() throws IOException {
    Files.createDirectory(file);
    assertEquals(
        "cannot write " + file + ": it is not a regular file", updateRefused().getMessage());
    assertEquals("cannot read " + file + ": it is not a regular file", readRefused().getMessage());
  }

  @Test
  void a_device_in_its_place_is_refused() throws IOException {
    Files.createSymbolicLink(file, Path.of("/dev/zero"));
    readRefused();
    updateRefused();
    Files.delete(file);
  }

  @Test
  void a_fifo_in_its_place_is_refused_without_waiting_for_a_writer() throws Exception {
    try {
      new ProcessBuilder("mkfifo", file.toString()).start().waitFor();
    } catch (IOException e) {
      abort("no mkfifo here");
    }
    readRefused();
    updateRefused();
  }

  @Test
  void links_in_a_circle_are_refused() throws IOException {
    Files.createSymbolicLink(file, Path.of("other"));
    Files.createSymbolicLink(directory.resolve("other"), Path.of("site_config.json"));
    assertEquals("cannot read " + file + ": too many symbolic links", readRefused().getMessage());
    updateRefused();
  }

  @Test
  void a_link_into_a_missing_directory_is_refused() throws IOException {
    Files.createSymbolicLink(file, Path.of("missing", "config.json"));
    assertEquals(
        "cannot write " + file + ": no such file or directory", updateRefused().getMessage());
    assertEquals(Set.of("site_config.json", "locks"), entries());
  }

  @Test
  void a_missing_site_directory_is_refused_and_not_made() {
    Path site = directory.resolve("site");
    ConfigFile missing =
        new ConfigFile(site.resolve("site_config.json"), site.resolve("locks/site_config.lock"));
    Failing.withData(() -> missing.update(all -> all));
    assertFalse(Files.exists(site));
  }

  @Test
  void a_rename_that_fails_leaves_no_temporary_file() throws IOException {
    Failing.withData(
        () ->
            config.update(
                all -> {
                  occupy(file);
                  return Map.of("a", 1L);
                }));
    assertEquals(Set.of("site_config.json", "locks"), entries());
  }

  private static void occupy(Path place) {
    try {
      Files.createDirectory(place);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_change_that_fails_changes_nothing_and_frees_the_lock() throws IOException {
    Files.writeString(file, "{}");
    Failing.withUsage(
        () ->
            config.update(
                all -> {
                  throw Failure.usage("no such thing");
                }));
    assertEquals("{}", Files.readString(file));
    config.update(all -> Map.of("a", 1L));
  }

  @Test
  void a_config_that_would_be_too_large_to_read_is_not_written() throws IOException {
    Files.writeString(file, "{}");
    String large = "x".repeat(FrappeJson.MAX_BYTES);
    Failure failure = Failing.withData(() -> config.update(all -> Map.of("a", large)));
    assertEquals("cannot write " + file + ": it would be larger than 4 MiB", failure.getMessage());
    assertEquals("{}", Files.readString(file));
  }

  @Test
  void a_config_that_would_be_nested_too_deep_to_read_is_not_written() throws IOException {
    Files.writeString(file, "{}");
    Object deepest = PythonLiteral.parse("[".repeat(64) + "]".repeat(64));
    Failing.withData(() -> config.update(all -> Map.of("a", List.of(deepest))));
    assertEquals("{}", Files.readString(file));
  }

  @Test
  void a_read_only_directory_is_told_and_the_file_stays() throws IOException {
    Roots.assumePermissionsCount();
    Files.writeString(file, "{}");
    config.update(all -> Map.of());
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("r-x------"));
    Failure failure = updateRefused();
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    assertEquals("cannot write " + file + ": permission denied", failure.getMessage());
    assertEquals("{}", Files.readString(file));
    assertEquals(Set.of("site_config.json", "locks"), entries());
  }

  @Test
  void an_unreadable_file_is_told() throws IOException {
    Roots.assumePermissionsCount();
    Files.writeString(file, "{}");
    Files.setPosixFilePermissions(file, Set.of());
    assertEquals("cannot read " + file + ": permission denied", readRefused().getMessage());
  }

  @Test
  void a_malformed_file_is_told_without_its_content() throws IOException {
    Files.writeString(file, "{\"db_password\": hunter2}");
    Failure failure = readRefused();
    assertFalse(failure.getMessage().contains("hunter2"));
    assertNull(failure.getCause());
  }
}
