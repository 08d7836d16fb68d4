package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Audit records as they come: to a terminal, and to the machine's own syslog. */
final class AuditStreamIT {
  @TempDir private Path directory;
  private RealBench bench;

  @BeforeEach
  void make() throws IOException {
    bench = RealBench.madeIn(Files.createDirectory(directory.resolve("bench")));
  }

  @Test
  @Timeout(120)
  void following_shows_what_others_do_until_ctrl_c() throws Exception {
    Process following = bench.ivn().start("audit", "list", "--follow", "--action", "role");
    try {
      BufferedReader shown = following.inputReader();
      assertTrue(shown.readLine().startsWith("When "));
      bench.ok("role", "add", "First");
      bench.ok("user", "add", "user@example.com");
      bench.ok("role", "add", "Second");
      assertTrue(shown.readLine().matches("\\S+ +\\S+ +role\\.add +First +ok +-"));
      assertTrue(shown.readLine().matches("\\S+ +\\S+ +role\\.add +Second +ok +-"));
      Tool.asked("kill", "-INT", String.valueOf(following.pid()));
      assertTrue(following.waitFor(60, TimeUnit.SECONDS));
      assertEquals(130, following.exitValue());
    } finally {
      RealIvn.kill(following);
    }
  }

  @Test
  @Timeout(120)
  void following_ends_when_its_reader_does() {
    RealIvn.Outcome outcome =
        bench
            .shell(
                "(sleep 3; \"$0\" role add First; \"$0\" role add Second) >other & "
                    + "\"$0\" audit list --follow | head -n 2; wait")
            .within(Duration.ofSeconds(100))
            .run();
    assertEquals(2, outcome.out().lines().count(), outcome::toString);
    assertEquals("", outcome.err());
  }

  /** A socket in the place of /dev/log, in a namespace; python keeps what comes. */
  @Test
  void local_is_what_logger_reaches() throws Exception {
    Tool.need("logger", "python3", "unshare");
    RealIvn may = RealIvn.by("unshare", "-rm", "mount");
    assumeTrue(may.run("-t", "tmpfs", "x", "/mnt").status() == 0, "users may mount");
    bench.ok("set-config", "audit_syslog", "local");
    String script =
        """
        set -e
        mkdir dev
        mount -t tmpfs ivn dev
        for node in null zero random urandom; do
          : >dev/$node
          mount --bind /dev/$node dev/$node
        done
        mount --move dev /dev
        python3 -c '
        import socket, sys
        s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        s.bind("/dev/log")
        s.settimeout(50)
        open("bound", "w").close()
        sys.stdout.write(s.recv(65536).decode())' >got &
        while [ ! -e bound ]; do sleep 0.1; done
        "$0" role add Auditor
        wait
        cat got
        """;
    RealIvn.Outcome outcome = bench.through("unshare", "-rm", "sh", "-c", script).run();
    assertEquals("", outcome.err());
    assertTrue(outcome.out().contains("<86>"), outcome::toString);
    assertTrue(outcome.out().contains(" ivn: site=mysite sequence="), outcome::toString);
    assertTrue(outcome.out().contains(" action=role.add subject=Auditor "), outcome::toString);
  }

  @Test
  void without_a_syslog_of_its_own_a_machine_gets_a_warning() {
    bench.ok("set-config", "audit_syslog", "local");
    RealIvn.Outcome outcome =
        bench.ivn().with("PATH", pathWithout("logger")).run("role", "add", "A");
    assertEquals(0, outcome.status());
    assertTrue(
        outcome.err().contains("warning: the audit records did not reach local"), outcome::err);
  }

  /** A PATH on which there is Java and no more. */
  private static String pathWithout(String program) {
    Path java = Path.of(System.getProperty("java.home"), "bin");
    assertTrue(Files.notExists(java.resolve(program)));
    return java.toString();
  }
}
