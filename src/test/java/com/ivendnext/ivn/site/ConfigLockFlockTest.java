package com.ivendnext.ivn.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.ivendnext.ivn.Failure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frappe's lock is flock(2); flock(1) stands for Frappe here, where it is installed. */
class ConfigLockFlockTest {

  private static final Duration SHORT = Duration.ofMillis(300);
  private static final String SEARCH_PATH = System.getenv("PATH");

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void name_a_lock() throws IOException {
    file = directory.resolve("site_config.lock");
    FlockChild probe = FlockChild.start(Files.createFile(file), SEARCH_PATH);
    assumeTrue(probe != null, "no flock(1) here");
    probe.close();
  }

  private ConfigLock take(Duration patience) {
    return ConfigLock.take(file, patience, SEARCH_PATH);
  }

  private Failure refusal() {
    return Failing.with(Failure.Kind.TRY_LATER, () -> take(SHORT));
  }

  /** Whether somebody else could take the lock now. */
  private boolean isFree() throws IOException, InterruptedException {
    return new ProcessBuilder("flock", "-n", file.toString(), "true").start().waitFor() == 0;
  }

  private static boolean hasChildren() {
    return ProcessHandle.current()
        .children()
        .anyMatch(child -> child.info().command().orElse("").endsWith("flock"));
  }

  /** Holds the lock as Frappe would, until its input ends. */
  private Process holder() throws IOException {
    Process holder = new ProcessBuilder("flock", file.toString(), "sh", "-c", "echo; cat").start();
    assertEquals('\n', holder.getInputStream().read());
    return holder;
  }

  private static void end(Process holder) throws IOException, InterruptedException {
    holder.getOutputStream().close();
    holder.waitFor();
  }

  @Test
  void waits_for_frappe() throws Exception {
    Process frappe = holder();
    assertTrue(refusal().getMessage().contains(file.toString()));
    end(frappe);
    take(ConfigLock.PATIENCE).close();
  }

  @Test
  void takes_no_fcntl_lock_on_the_file_of_frappe() throws Exception {
    ConfigLock held = take(ConfigLock.PATIENCE);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      assertNotNull(channel.tryLock()); // it would exclude our own flock on NFS
    }
    held.close();
  }

  @Test
  void keeps_frappe_out_until_closed() throws Exception {
    ConfigLock held = take(ConfigLock.PATIENCE);
    assertFalse(isFree());
    held.close();
    assertTrue(isFree());
  }

  @Test
  void two_locks_of_one_process_exclude_each_other() {
    ConfigLock held = take(ConfigLock.PATIENCE);
    refusal();
    held.close();
    take(ConfigLock.PATIENCE).close();
  }

  @Test
  void excludes_an_ivn_that_has_no_flock() throws Exception {
    try (LockProcess other = LockProcess.holding(file, "")) {
      refusal();
      assertTrue(isFree());
      assertEquals(0, other.end());
    }
    take(ConfigLock.PATIENCE).close();
  }

  @Test
  void leaves_no_child_behind() throws Exception {
    Process frappe = holder();
    refusal();
    end(frappe);
    take(ConfigLock.PATIENCE).close();
    assertFalse(hasChildren());
  }

  @Test
  void gives_up_waiting_with_the_lock_still_held_by_frappe_alone() throws Exception {
    Process frappe = holder();
    refusal();
    end(frappe);
    assertTrue(isFree());
  }

  @Test
  void a_killed_process_holds_nothing() throws Exception {
    try (LockProcess other = LockProcess.holding(file, SEARCH_PATH)) {
      assertFalse(isFree());
      other.kill();
      take(ConfigLock.PATIENCE).close();
    }
  }

  @Test
  void works_with_stderr_closed() throws Exception {
    try (LockProcess other = LockProcess.holdingWithoutStderr(file, SEARCH_PATH)) {
      assertFalse(isFree());
      assertEquals(0, other.end());
    }
    assertTrue(isFree());
  }

  @Test
  void tells_when_flock_itself_fails() throws IOException {
    Path broken = Files.writeString(directory.resolve("flock"), "#!/bin/sh\nexit 66\n");
    Files.setPosixFilePermissions(broken, PosixFilePermissions.fromString("rwx------"));
    String message =
        Failing.withData(() -> ConfigLock.take(file, ConfigLock.PATIENCE, directory.toString()))
            .getMessage();
    assertEquals("cannot lock " + file + ": flock ended with status 66", message);
    assertFalse(hasChildren());
  }

  @Test
  void passes_over_a_flock_that_is_no_program() throws IOException {
    Files.createFile(directory.resolve("flock"));
    ConfigLock.take(file, ConfigLock.PATIENCE, directory.toString()).close();
  }
}
