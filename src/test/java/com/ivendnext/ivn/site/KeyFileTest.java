package com.ivendnext.ivn.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.ivendnext.ivn.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Key files that are used, and those that are not. */
class KeyFileTest {
  private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  @TempDir Path directory;

  private Path site;
  private Path file;

  @BeforeEach
  void make() throws IOException {
    site = Files.createDirectory(directory.resolve("site"));
    file = directory.resolve("mysite.key");
    Files.writeString(file, KEY + "\n");
    mode(file, "rw-------");
  }

  private static void mode(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private String read(Path path) {
    return new KeyFile(path, site).read().text();
  }

  private String refusal(Path path) {
    Failure failure = assertThrows(Failure.class, () -> read(path));
    assertEquals(Failure.Kind.DATA, failure.kind());
    assertFalse(failure.getMessage().contains(KEY));
    return failure.getMessage();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "r--------"})
  void one_of_its_owner_alone_is_used(String permissions) throws IOException {
    mode(file, permissions);
    assertEquals(KEY, read(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw-----w-", "rw-r--r--", "rwx--x---"})
  void one_that_is_open_to_others_is_not(String permissions) throws IOException {
    mode(file, permissions);
    assertEquals(
        "the key file " + file + " is not used, because it is open to others than its owner",
        refusal(file));
  }

  @Test
  void one_of_somebody_else_is_not() throws IOException {
    Roots.giveAway(file);
    assertEquals(
        "the key file " + file + " is not used, because it belongs to nobody", refusal(file));
  }

  @Test
  void one_of_the_owner_of_the_site_is_used() throws IOException {
    Roots.giveAway(file);
    Roots.giveAway(site);
    assertEquals(KEY, read(file));
  }

  @Test
  void one_in_a_directory_that_is_open_to_all_is_not() throws IOException {
    mode(directory, "rwxrwxrwx");
    assertEquals(
        "the key file "
            + file
            + " is not used, because it can be replaced by anybody, since "
            + directory
            + " is open to all",
        refusal(file));
  }

  @Test
  void a_link_to_one_is_used() throws IOException {
    Path link = Files.createSymbolicLink(site.resolve("link.key"), file);
    assertEquals(KEY, read(link));
  }

  @Test
  void a_link_that_anybody_could_turn_is_not() throws IOException {
    Path open = Files.createDirectory(directory.resolve("open"));
    Path link = Files.createSymbolicLink(open.resolve("link.key"), file);
    mode(open, "rwxrwxrwx");
    assertEquals(
        "the key file "
            + link
            + " is not used, because it can be replaced by anybody, since "
            + open
            + " is open to all",
        refusal(link));
  }

  @Test
  void a_link_to_one_that_anybody_could_replace_is_not() throws IOException {
    Path open = Files.createDirectory(directory.resolve("open"));
    Path moved = Files.move(file, open.resolve("mysite.key"));
    mode(open, "rwxrwxrwx");
    Path link = Files.createSymbolicLink(directory.resolve("link.key"), moved);
    assertEquals(
        "the key file "
            + link
            + " is not used, because it can be replaced by anybody, since "
            + open
            + " is open to all",
        refusal(link));
  }

  @Test
  void a_missing_one_is_said_to_be_missing() throws IOException {
    Files.delete(file);
    assertEquals("the key file " + file + " is missing", refusal(file));
  }

  @Test
  void a_directory_or_something_large_is_no_key_file() throws IOException {
    Path other = Files.createDirectory(directory.resolve("other"));
    assertEquals("the key file " + other + " is not a key file", refusal(other));
    Files.writeString(file, "A".repeat(2000));
    assertEquals("the key file " + file + " is not a key file", refusal(file));
  }
}
