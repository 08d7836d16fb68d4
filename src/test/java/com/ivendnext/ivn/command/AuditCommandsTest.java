package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess;
import com.ivendnext.ivn.InProcess.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandsTest {
  private static final String USER = "user@example.com";

  @TempDir Path directory;

  private InProcess shell;

  @BeforeEach
  void setUp() {
    shell = new InProcess(directory).env("FRAPPE_SITE", "mysite");
    shell.ok("new-site", "mysite");
    shell.ok("user", "add", USER);
    shell.sleep(Duration.ofHours(2));
    shell.ok("user", "exempt", USER, "--for", "1h", "--reason", "phone lost");
    shell.run("otp", "verify", "x@example.com", "123456");
  }

  private Path file(String name) {
    return directory.resolve("sites/mysite").resolve(name);
  }

  private void tamper(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file("ivn.db"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private void isFound(String fault) {
    Outcome outcome = shell.run("audit", "verify");
    assertEquals(8, outcome.status());
    assertTrue(
        outcome.err().startsWith("ivn: the audit log is not what ivn wrote: " + fault + "\n"),
        outcome.err());
  }

  @Test
  void lists_who_did_what_to_whom_when_and_why() {
    assertEquals(
        """
        When                  Who     Action          On                Outcome       More
        2026-11-24T10:00:00Z  tester  site.new-store  Administrator     ok            -
        2026-11-24T10:00:00Z  tester  user.add        user@example.com  ok            System User
        2026-11-24T12:00:00Z  tester  user.exempt     user@example.com  ok            \
        until 2026-11-24T13:00:00Z (phone lost)
        2026-11-24T12:00:00Z  tester  otp.verify      x@example.com     unknown_user  -
        """,
        shell.ok("audit", "list").out());
  }

  @Test
  void filters_by_user_action_and_time() {
    assertEquals(3, shell.ok("audit", "list", "--since", "1h").out().lines().count());
    assertEquals(
        2,
        shell
            .ok("audit", "list", "--since", "1h", "--user", "User@Example.com")
            .out()
            .lines()
            .count());
    assertEquals(2, shell.ok("audit", "list", "--action", "user.add").out().lines().count());
    assertEquals(
        3, shell.ok("audit", "list", "--since", "2026-11-24T11:00:00Z").out().lines().count());
    assertEquals(2, shell.run("audit", "list", "--since", "yesterday").status());
  }

  private long listed(String... filter) {
    List<String> command = new ArrayList<>(List.of("audit", "list"));
    command.addAll(List.of(filter));
    return shell.ok(command.toArray(new String[0])).out().lines().count() - 1;
  }

  @Test
  void filters_by_outcome_group_and_end() {
    assertEquals(1, listed("--outcome", "unknown_user"));
    assertEquals(3, listed("--outcome", "ok"));
    assertEquals(2, listed("--action", "user"));
    assertEquals(0, listed("--action", "use"));
    assertEquals(2, listed("--until", "1h"));
    assertEquals(2, listed("--until", "2026-11-24T12:00:00Z"));
    assertEquals(0, listed("--since", "2026-11-24T12:00:00Z", "--until", "2026-11-24T12:00:00Z"));
    assertEquals(2, shell.run("audit", "list", "--until", "tomorrow").status());
  }

  @Test
  void an_outcome_has_its_colour_where_colour_is_on_and_nowhere_else() {
    String plain = shell.ok("audit", "list").out();
    String coloured = shell.ok("audit", "list", "--color", "always").out();
    assertFalse(plain.contains("\u001b"), plain);
    assertTrue(coloured.contains("  \u001b[32mok\u001b[0m            System User\n"), coloured);
    assertTrue(coloured.contains("  \u001b[31munknown_user\u001b[0m  -\n"), coloured);
    assertEquals(plain, coloured.replaceAll("\u001b\\[[0-9]+m", ""));
  }

  @Test
  void following_has_no_end_and_so_no_document() {
    for (String[] more : new String[][] {{"--format", "json"}, {"--site", "all"}}) {
      Outcome outcome = shell.run("audit", "list", "--follow", more[0], more[1]);
      assertEquals(2, outcome.status());
      assertTrue(outcome.err().contains("it has no end"), outcome.err());
    }
  }

  @Test
  void an_untouched_log_is_intact() {
    assertEquals(
        "The audit log of mysite is intact: 4 records.\n", shell.ok("audit", "verify").out());
  }

  @Test
  void an_edit_is_found() throws SQLException {
    tamper("UPDATE ivn_audit SET subject = 'mallory' WHERE sequence = 2");
    isFound("record 2 was changed, removed or moved");
  }

  @Test
  void a_cut_tail_is_found() throws SQLException {
    tamper("DELETE FROM ivn_audit WHERE sequence >= 3");
    isFound("records 3 to 4 are missing");
  }

  @Test
  void a_missing_head_is_found() throws IOException {
    Files.delete(file("ivn.audit-head"));
    isFound("its head is missing, without which a cut tail is not noticed");
  }

  @Test
  void a_store_that_was_put_back_to_an_older_copy_is_found() throws IOException {
    byte[] older = Files.readAllBytes(file("ivn.db"));
    shell.ok("role", "add", "Auditor");
    Files.write(file("ivn.db"), older);
    isFound("records 5 to 5 are missing");
  }
}
