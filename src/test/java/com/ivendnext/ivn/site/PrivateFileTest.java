package com.ivendnext.ivn.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void name_a_file() {
    file = directory.resolve("qr.png");
  }

  private void write(String content, boolean overwrite) {
    PrivateFile.write(file, content.getBytes(UTF_8), overwrite);
  }

  private Failure refusal(boolean overwrite) {
    return Failing.with(Failure.Kind.REFUSED, () -> write("new", overwrite));
  }

  private String mode() throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private int countEntries() {
    return directory.toFile().list().length;
  }

  @Test
  void makes_an_empty_file_of_mode_0600_once() throws IOException {
    PrivateFile.makeIfMissing(file);
    assertEquals("rw-------", mode());
    Files.writeString(file, "kept");
    PrivateFile.makeIfMissing(file);
    assertEquals("kept", Files.readString(file));
  }

  @Test
  void does_not_take_a_directory_for_a_file() throws IOException {
    Files.createDirectory(file);
    Failing.with(Failure.Kind.DATA, () -> PrivateFile.makeIfMissing(file));
  }

  @Test
  void writes_a_new_file_of_mode_0600() throws IOException {
    write("new", false);
    assertEquals("new", Files.readString(file));
    assertEquals("rw-------", mode());
  }

  @Test
  void refuses_to_overwrite_unless_told_to() throws IOException {
    Files.writeString(file, "old");
    Failure failure = refusal(false);
    assertEquals(file + " exists already", failure.getMessage());
    assertEquals("use --force to replace it", failure.hint());
    assertEquals("old", Files.readString(file));
  }

  @Test
  void overwrites_with_a_new_file_of_mode_0600() throws IOException {
    Files.writeString(file, "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Path other = Files.createLink(directory.resolve("other"), file);
    write("new", true);
    assertEquals("new", Files.readString(file));
    assertEquals("rw-------", mode());
    assertEquals("old", Files.readString(other));
    assertEquals(2, countEntries());
  }

  @Test
  void may_overwrite_what_is_not_there() throws IOException {
    write("new", true);
    assertEquals("new", Files.readString(file));
  }

  @Test
  void writes_relative_to_the_process_directory() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    PrivateFile.write(here.relativize(file), new byte[3], false);
    assertEquals(3, Files.size(file));
  }

  @Test
  void never_writes_over_or_through_a_link() throws IOException {
    Path target = Files.writeString(directory.resolve("target"), "old");
    Files.createSymbolicLink(file, target);
    assertEquals(file + " is not a regular file", refusal(true).getMessage());
    refusal(false);
    assertEquals("old", Files.readString(target));
    assertTrue(Files.isSymbolicLink(file));
  }

  @Test
  void does_not_write_through_a_link_to_nothing() throws IOException {
    Files.createSymbolicLink(file, Path.of("target"));
    refusal(false);
    refusal(true);
    assertFalse(Files.exists(directory.resolve("target")));
  }

  @Test
  void refuses_a_directory_in_its_place() throws IOException {
    Files.createDirectory(file);
    refusal(true);
    refusal(false);
  }

  @Test
  void tells_of_a_missing_directory() {
    Path missing = directory.resolve("missing");
    Path inMissing = missing.resolve("qr.png");
    assertEquals(
        "cannot write " + inMissing + ": there is no directory " + missing,
        Failing.withData(() -> PrivateFile.write(inMissing, new byte[0], false)).getMessage());
  }

  @Test
  void tells_of_a_file_in_place_of_the_directory() throws IOException {
    Files.createFile(file);
    Failing.withData(() -> PrivateFile.write(file.resolve("a"), new byte[0], true));
  }

  @Test
  void tells_of_a_missing_permission() throws IOException {
    Roots.assumePermissionsCount();
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("r-x------"));
    String message = Failing.withData(() -> write("new", false)).getMessage();
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    assertEquals("cannot write " + file + ": permission denied", message);
  }

  @Test
  void of_two_writers_only_one_wins() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Callable<Boolean>> writers = new ArrayList<>();
    for (int writer = 0; writer < 32; writer++) {
      String content = "writer" + writer;
      writers.add(() -> wins(content));
    }
    int winners = 0;
    for (Future<Boolean> result : threads.invokeAll(writers)) {
      winners += result.get() ? 1 : 0;
    }
    threads.shutdown();
    assertEquals(1, winners);
  }

  private boolean wins(String content) {
    try {
      write(content, false);
      return true;
    } catch (Failure e) {
      assertEquals(Failure.Kind.REFUSED, e.kind());
      return false;
    }
  }
}
