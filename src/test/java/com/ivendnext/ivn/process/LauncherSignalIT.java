package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The process that the caller started is Java itself: signals reach it, nothing is in between. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LauncherSignalIT {

  private static final int SIGINT = 2;
  private static final int SIGQUIT = 3;
  private static final int SIGTERM = 15;

  @TempDir private Path room;
  private Process process;
  private BufferedReader out;

  @BeforeEach
  void start() throws IOException {
    ProbeHome probe = ProbeHome.compiledIn(Files.createDirectory(room.resolve("compiled")));
    process = RealIvn.at(probe.install(room.resolve("home"))).start("wait");
    out = process.inputReader();
    assertEquals("ready", out.readLine());
  }

  @AfterEach
  void kill() {
    RealIvn.kill(process);
  }

  @Test
  void java_has_taken_the_place_of_the_shell() {
    Optional<String> program = process.info().command();
    assumeTrue(program.isPresent(), "the system tells which program runs");
    assertTrue(program.get().endsWith("/java"), program::get);
  }

  @Test
  void an_interrupt_ends_it_with_130() throws Exception {
    send(SIGINT);
    assertEquals(130, status());
  }

  @Test
  void a_request_to_end_ends_it_with_143() throws Exception {
    send(SIGTERM);
    assertEquals(143, status());
  }

  @Test
  void a_thread_dump_does_not_go_to_stdout() throws Exception {
    send(SIGQUIT);
    String line = process.errorReader().readLine();
    while (line != null && !line.startsWith("Full thread dump")) {
      line = process.errorReader().readLine();
    }
    send(SIGTERM);
    assertNull(out.readLine());
  }

  private void send(int signal) throws Exception {
    assumeTrue(catches(signal), "whoever runs the tests has this signal ignored");
    String command = "kill -" + signal + " " + process.pid();
    assertEquals(0, new ProcessBuilder("/bin/sh", "-c", command).start().waitFor());
  }

  /** Java does not touch a signal that was ignored when it started, as after nohup or {@code &}. */
  private boolean catches(int signal) throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    assumeTrue(Files.exists(status), "proc(5) tells which signals are caught");
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("SigCgt:")) {
        return (Long.parseUnsignedLong(line.substring(7).strip(), 16) >> signal - 1 & 1) == 1;
      }
    }
    return false;
  }

  private int status() throws InterruptedException {
    process.waitFor(30, TimeUnit.SECONDS);
    return process.exitValue();
  }
}
