package com.ivendnext.ivn.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Locks that hold without flock(1); with it, see {@link ConfigLockFlockTest}. */
class ConfigLockTest {

  private static final Duration SHORT = Duration.ofMillis(50);
  private static final String NO_FLOCK = "/nonexistent:relative:";

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void name_a_lock() {
    file = directory.resolve("locks").resolve("site_config.lock");
  }

  private ConfigLock take(Duration patience) {
    return ConfigLock.take(file, patience, NO_FLOCK);
  }

  private Failure refusal() {
    return Failing.with(Failure.Kind.TRY_LATER, () -> take(SHORT));
  }

  @Test
  void makes_the_directory_and_the_file_and_leaves_them() {
    take(ConfigLock.PATIENCE).close();
    assertTrue(Files.isRegularFile(file));
    take(ConfigLock.PATIENCE).close();
  }

  @Test
  void waits_30_seconds_unless_told_otherwise() {
    assertEquals(30, ConfigLock.PATIENCE.toSeconds());
  }

  @Test
  void names_the_lock_file_when_it_is_not_had_in_time() {
    ConfigLock held = take(ConfigLock.PATIENCE);
    assertEquals("somebody else holds the lock " + file + " (waited 0 s)", refusal().getMessage());
    held.close();
  }

  @Test
  void two_locks_of_one_process_exclude_each_other() {
    ConfigLock held = take(ConfigLock.PATIENCE);
    refusal();
    held.close();
    take(SHORT).close();
  }

  @Test
  void two_names_of_one_lock_file_exclude_each_other() throws IOException {
    ConfigLock held = take(ConfigLock.PATIENCE);
    Path second = Files.createSymbolicLink(directory.resolve("second"), file);
    Failing.with(Failure.Kind.TRY_LATER, () -> ConfigLock.take(second, SHORT, NO_FLOCK));
    held.close();
  }

  @Test
  void a_thread_gets_the_lock_when_another_releases_it() throws Exception {
    ConfigLock held = take(ConfigLock.PATIENCE);
    FutureTask<ConfigLock> other = new FutureTask<>(() -> take(ConfigLock.PATIENCE));
    new Thread(other).start();
    held.close();
    other.get().close();
  }

  @Test
  void closing_twice_does_not_release_what_another_has_taken_since() {
    ConfigLock first = take(ConfigLock.PATIENCE);
    first.close();
    ConfigLock second = take(ConfigLock.PATIENCE);
    first.close();
    refusal();
    second.close();
  }

  @Test
  void processes_exclude_each_other() throws Exception {
    try (LockProcess other = LockProcess.holding(file, NO_FLOCK)) {
      refusal();
      assertEquals(0, other.end());
      take(SHORT).close();
    }
  }

  @Test
  void a_thread_that_gave_up_does_not_let_another_process_in() throws Exception {
    ConfigLock held = take(ConfigLock.PATIENCE);
    refusal();
    try (LockProcess other = LockProcess.trying(file, NO_FLOCK, SHORT)) {
      assertEquals(1, other.end());
    }
    held.close();
  }

  @Test
  void a_killed_process_holds_nothing() throws Exception {
    try (LockProcess other = LockProcess.holding(file, NO_FLOCK)) {
      other.kill();
      take(ConfigLock.PATIENCE).close();
    }
  }

  @Test
  void refuses_a_directory_in_place_of_the_lock_file() throws IOException {
    Files.createDirectories(file);
    assertEquals(
        "cannot lock " + file + ": it is not a regular file",
        Failing.withData(() -> take(SHORT)).getMessage());
  }

  @Test
  void refuses_a_file_in_place_of_the_directory() throws IOException {
    Files.createFile(file.getParent());
    assertEquals(
        "cannot lock " + file + ": something of another kind is in its place",
        Failing.withData(() -> take(SHORT)).getMessage());
  }

  @Test
  void makes_no_directory_above_that_of_the_lock_file() {
    Path deep = directory.resolve("a/b/c.lock");
    Failing.withData(() -> ConfigLock.take(deep, SHORT, NO_FLOCK));
    assertTrue(Files.notExists(directory.resolve("a")));
  }
}
