package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code src/docs/pam.md} with the real pam_exec, and pamtester in the part of sudo. */
final class PamIT {
  @TempDir private static Path directory;
  private static PamStack pam;

  @BeforeAll
  static void install() throws Exception {
    Tool.need("pamtester", "sqlite3");
    assumeTrue(PamStack.wrapperIsInstalled(), "pam_wrapper is not installed");
    pam = new PamStack(directory).install("sudo", "/etc/pam.d/sudo, code only");
    pam.enroll("anna", "bert", "cleo", "dora", "emil");
  }

  private static void opens(RealIvn.Outcome outcome) {
    assertEquals(0, outcome.status(), outcome::toString);
    assertTrue(outcome.out().contains("successfully authenticated"), outcome::toString);
  }

  /** PAM says no, the system's log has that exit status, and the person sees nothing of it. */
  private static void refuses(int exit, RealIvn.Outcome outcome) {
    assertEquals(1, outcome.status());
    assertFalse(outcome.out().contains("successfully"), outcome::toString);
    assertFalse(outcome.out().contains("exit code"), outcome::toString);
    assertTrue(outcome.err().contains("failed: exit code " + exit + "\n"), outcome::toString);
    assertTrue(outcome.err().endsWith("pamtester: System error\n"), outcome::toString);
  }

  @Test
  void a_right_code_opens_once() throws Exception {
    String code = RealBench.code(0);
    opens(pam.authenticate("sudo", "anna", code));
    refuses(3, pam.authenticate("sudo", "anna", code));
  }

  @Test
  void a_recovery_code_goes_where_the_code_goes() throws Exception {
    String page = pam.bench.ok("recovery", "generate", "bert@example.com", "--format", "json");
    Object code = ((List<?>) Json.object(page).get("codes")).get(0);
    opens(pam.authenticate("sudo", "bert", code.toString()));
    refuses(3, pam.authenticate("sudo", "bert", code.toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "3, cleo, 12345x",
    "2, cleo, ''",
    "3, nobody-here, 123456",
    "2, ' ', 123456",
    "3, x@y@z, 123456",
    "3, $(id), 123456"
  })
  void what_is_no_code_or_nobody_is_refused(int exit, String account, String typed)
      throws Exception {
    refuses(exit, pam.authenticate("sudo", account, typed));
  }

  @Test
  void after_wrong_codes_the_right_one_has_to_wait() throws Exception {
    long later = System.currentTimeMillis() + 600_000;
    Tool.asked(
        "sqlite3",
        pam.bench.site().resolve("ivn.db").toString(),
        "UPDATE ivn_authenticator SET failures = 13, locked_until = "
            + later
            + " WHERE user_name = 'dora@example.com'");
    refuses(6, pam.authenticate("sudo", "dora", RealBench.code(0)));
  }

  @ParameterizedTest
  @CsvSource({
    "4, --site mysite, --site nosuch",
    "4, --bench /, --bench /nonexistent/",
    "127, /ivn/bin/ivn, /ivn/bin/no-ivn",
    "2, PAM_USER, NO_USER",
    "3, example.com, example.org",
    "2, otp verify, otp verrify"
  })
  void whatever_is_set_up_wrong_refuses_the_right_code(int exit, String word, String wrong)
      throws Exception {
    pam.installWith("wrong", word, wrong);
    refuses(exit, pam.authenticate("wrong", "emil", RealBench.code(0)));
  }

  @Test
  void a_store_that_another_program_locks_refuses_in_half_a_minute() throws Exception {
    String store = pam.bench.site().resolve("ivn.db").toString();
    Process locker = RealIvn.by("sqlite3").start(store);
    try {
      locker.outputWriter().append("BEGIN IMMEDIATE; SELECT 'locked';\n").flush();
      assertEquals("locked", locker.inputReader().readLine());
      refuses(6, pam.authenticate("sudo", "emil", RealBench.code(0)));
    } finally {
      RealIvn.kill(locker);
    }
  }

  @Test
  void the_audit_log_has_the_address_that_pam_tells() throws Exception {
    pam.authenticate("sudo", "cleo", RealBench.code(-RealBench.WINDOW - 20));
    String records = pam.bench.ok("audit", "list", "--user", "cleo@example.com");
    assertTrue(records.contains(" from 192.0.2.7"), records);
  }

  @Test
  void root_does_not_run_what_the_owner_of_the_bench_may_write() throws Exception {
    assumeTrue(PamStack.ROOT, "only root can become another account");
    pam.authenticate("sudo", "cleo", RealBench.code(-RealBench.WINDOW - 20));
    String records = pam.bench.ok("audit", "list", "--user", "cleo@example.com");
    assertTrue(records.contains(PamStack.OWNER + " from "), records);
    for (String name : List.of("ivn.db", "ivn.audit-head")) {
      assertEquals(PamStack.OWNER, Files.getOwner(pam.bench.site().resolve(name)).getName());
    }
  }
}
