package com.ivendnext.ivn.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {

  @TempDir Path directory;
  private Path file;
  private ConfigFile config;

  @BeforeEach
  void name_a_config() {
    file = directory.resolve("site_config.json");
    config = new ConfigFile(file, directory.resolve("locks/site_config.lock"));
  }

  private void set(String key, Object value) {
    config.update(
        all -> {
          all.put(key, value);
          return all;
        });
  }

  private Set<String> entries() throws IOException {
    Set<String> names = new HashSet<>();
    try (var stream = Files.newDirectoryStream(directory)) {
      stream.forEach(entry -> names.add(entry.getFileName().toString()));
    }
    return names;
  }

  private Object inode() throws IOException {
    return Files.getAttribute(file, "unix:ino");
  }

  private String mode() throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void a_missing_file_is_an_empty_config() {
    assertFalse(config.exists());
    assertEquals(Map.of(), config.read());
    assertFalse(config.exists());
  }

  @Test
  void an_update_makes_a_missing_file_of_mode_0600() throws IOException {
    set("a", 1L);
    assertTrue(config.exists());
    assertEquals("{\n \"a\": 1\n}", Files.readString(file));
    assertEquals("rw-------", mode());
    assertEquals(Set.of("site_config.json", "locks"), entries());
  }

  @Test
  void unknown_keys_of_all_kinds_survive_an_update() throws IOException {
    String json =
        """
        {
         "a_list": [
          1,
          "x",
          null,
          {
           "deep": []
          }
         ],
         "big": 123456789012345678901234567890,
         "empty": {},
         "float": 1e-05,
         "infinite": -Infinity,
         "no": false,
         "nothing": null,
         "text": "\\u00e9 \\ud83d\\ude00 \\"",
         "yes": true
        }\
        """;
    Files.writeString(file, json);
    set("zero", 0L);
    String expected = json.substring(0, json.length() - 2) + ",\n \"zero\": 0\n}";
    assertEquals(expected, Files.readString(file));
  }

  @Test
  void an_update_sees_what_was_written_since() {
    set("a", 1L);
    new ConfigFile(file, directory.resolve("locks/site_config.lock"))
        .update(all -> Map.of("a", (Long) all.get("a") + 1));
    assertEquals(Map.of("a", 2L), config.read());
  }

  @Test
  void keeps_the_mode() throws IOException {
    Files.writeString(file, "{}");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--rw-"));
    set("a", 1L);
    assertEquals("rw-r--rw-", mode());
  }

  @Test
  void keeps_owner_and_group() throws IOException {
    Files.writeString(file, "{}");
    Roots.giveAway(file);
    set("a", 1L);
    assertEquals(Roots.NOBODY, Files.getAttribute(file, "unix:uid"));
    assertEquals(Roots.NOBODY, Files.getAttribute(file, "unix:gid"));
  }

  @Test
  void what_root_makes_belongs_to_the_owner_of_the_directory() throws IOException {
    Roots.giveAway(directory);
    set("a", 1L);
    String lock = "locks/site_config.lock";
    for (String made : List.of("site_config.json", "locks", lock, lock + ".ivn")) {
      assertEquals(Roots.NOBODY, Files.getAttribute(directory.resolve(made), "unix:uid"), made);
    }
  }

  @Test
  void replaces_the_file_instead_of_writing_into_it() throws IOException {
    set("a", 1L);
    Path other = Files.createLink(directory.resolve("same"), file);
    set("a", 2L);
    assertEquals("{\n \"a\": 1\n}", Files.readString(other));
  }

  @Test
  void writes_nothing_where_no_byte_changes() throws IOException {
    set("a", 1L);
    Object before = inode();
    set("a", 1L);
    assertEquals(before, inode());
  }

  @Test
  void writes_through_a_link_which_stays() throws IOException {
    Path target = Files.createDirectory(directory.resolve("real")).resolve("config.json");
    Files.writeString(target, "{}");
    Files.createSymbolicLink(directory.resolve("middle"), Path.of("real", "config.json"));
    Files.createSymbolicLink(file, Path.of("middle"));
    set("a", 1L);
    assertTrue(Files.isSymbolicLink(file));
    assertEquals(Map.of("a", 1L), config.read());
    assertEquals("{\n \"a\": 1\n}", Files.readString(target));
  }

  @Test
  void makes_the_missing_target_of_a_link() throws IOException {
    Files.createSymbolicLink(file, Path.of("target.json"));
    set("a", 1L);
    assertEquals("{\n \"a\": 1\n}", Files.readString(directory.resolve("target.json")));
    assertTrue(Files.isSymbolicLink(file));
  }

  @Test
  void updates_by_many_threads_lose_no_key() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<?>> results = new ArrayList<>();
    for (int thread = 0; thread < 8; thread++) {
      String prefix = "thread" + thread + "_";
      results.add(threads.submit(() -> setMany(prefix)));
    }
    threads.shutdown();
    for (Future<?> result : results) {
      result.get();
    }
    assertEquals(200, config.read().size());
    assertEquals(Set.of("site_config.json", "locks"), entries());
  }

  private void setMany(String prefix) {
    for (int key = 0; key < 25; key++) {
      set(prefix + key, (long) key);
    }
  }

  /** A {@code kill -9} leaves them; they hold what the config holds, keys and all. */
  @Test
  void the_next_writer_removes_what_a_killed_one_has_left() throws IOException {
    Path leftover = Files.writeString(directory.resolve(".site_config.json.7-1-5.tmp"), "{}");
    Path other = Files.writeString(directory.resolve(".other.json.7-1-5.tmp"), "{}");
    config.update(values -> values);
    assertFalse(Files.exists(leftover));
    assertTrue(Files.exists(other));
  }
}
