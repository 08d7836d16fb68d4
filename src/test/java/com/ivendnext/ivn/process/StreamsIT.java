package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Standard streams that are pipes, full, broken or closed. */
final class StreamsIT {
  @TempDir private static Path directory;
  private static RealBench bench;

  @BeforeAll
  static void make() {
    bench = RealBench.madeIn(directory);
  }

  @Test
  void a_code_comes_through_a_pipe() {
    bench.enroll("pipe@example.com");
    RealIvn.Outcome outcome =
        bench
            .shell("printenv CODE | \"$0\" otp verify pipe@example.com -")
            .with("CODE", RealBench.code(0))
            .run();
    assertEquals(0, outcome.status(), outcome::err);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user list",
        "user list --format json",
        "settings",
        "user list --help",
        "--version",
        "user add full@example.com"
      })
  void an_answer_that_does_not_fit_the_disk_is_a_failure(String command) {
    assumeTrue(Files.exists(Path.of("/dev/full")), "the device that is always full");
    RealIvn.Outcome outcome = bench.shell("exec \"$0\" " + command + " >/dev/full").run();
    assertEquals(8, outcome.status());
    assertTrue(outcome.err().contains("cannot write to standard output: no space left on device"));
  }

  @Test
  void silence_fits_a_full_disk() {
    assumeTrue(Files.exists(Path.of("/dev/full")), "the device that is always full");
    String command = "exec \"$0\" set-config otp_issuer_name Example >/dev/full";
    assertEquals(new RealIvn.Outcome(0, "", ""), bench.shell(command).run());
  }

  @ParameterizedTest
  @ValueSource(strings = {"settings", "settings --format json"})
  void a_reader_who_goes_away_is_no_failure(String command) throws Exception {
    Process ivn = bench.ivn().start(command.split(" "));
    try {
      ivn.getInputStream().close();
      assertNull(ivn.errorReader().readLine());
      assertEquals(0, ivn.waitFor());
    } finally {
      RealIvn.kill(ivn);
    }
  }

  @Test
  void a_pipe_into_head_is_silent() throws IOException {
    RealIvn.Outcome outcome =
        bench.shell("{ \"$0\" settings; echo $? >status; } | head -n 1").run();
    assertEquals("", outcome.err());
    assertEquals(1, outcome.out().lines().count());
    assertEquals("0\n", Files.readString(directory.resolve("status")));
  }

  @Test
  void a_closed_stdout_is_a_failure() {
    RealIvn.Outcome outcome = bench.shell("exec \"$0\" user list >&-").run();
    assertEquals(8, outcome.status());
    assertTrue(outcome.err().startsWith("ivn: cannot write to standard output"), outcome::err);
  }

  @Test
  void a_closed_stdin_is_empty() {
    RealIvn.Outcome outcome = bench.shell("exec \"$0\" otp verify u@example.com - <&-").run();
    assertEquals(2, outcome.status());
    assertEquals("ivn: there is nothing to read in standard input\n", outcome.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<&-", "2>&-", "<&- 2>&-"})
  void an_answer_needs_neither_stdin_nor_stderr(String closed) {
    RealIvn.Outcome outcome = bench.shell("exec \"$0\" list-sites " + closed).run();
    assertEquals(List.of(0, "  mysite\n"), List.of(outcome.status(), outcome.out()));
  }

  @Test
  void the_exit_status_needs_no_stream_at_all() {
    RealIvn.Outcome outcome = bench.shell("exec \"$0\" user show nobody <&- >&- 2>&-").run();
    assertEquals(4, outcome.status());
  }
}
