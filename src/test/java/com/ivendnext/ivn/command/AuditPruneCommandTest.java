package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditPruneCommandTest {
  @TempDir Path directory;
  private MySite site;

  @BeforeEach
  void record_on_two_days() {
    site = MySite.in(directory);
    site.ok("user", "add", "user@example.com");
    site.shell.sleep(Duration.ofDays(1));
    site.ok("role", "add", "Auditor");
  }

  @Test
  void a_dry_run_tells_what_would_go_and_how_to_keep_it() {
    site.prints(
        """
        Would remove 2 audit records, 1 to 2, from before 2026-11-25T00:00:00Z.
        To keep them elsewhere: ivn --site mysite audit export --until 2026-11-25T00:00:00Z -o FILE
        """,
        "audit",
        "prune",
        "--before",
        "2026-11-25",
        "--dry-run");
    site.prints("The audit log of mysite is intact: 3 records.\n", "audit", "verify");
  }

  @Test
  void with_consent_they_go_and_the_rest_can_be_verified() {
    site.prints(
        "Removed 2 audit records, 1 to 2, from before 2026-11-25T00:00:00Z.\n",
        "audit",
        "prune",
        "--before",
        "2026-11-25",
        "--yes",
        "--reason",
        "kept for a day");
    site.prints(
        "The audit log of mysite is intact: 2 records, after 2 that were pruned.\n",
        "audit",
        "verify");
    String list = site.ok("audit", "list");
    assertTrue(
        list.contains(
            "audit.prune  audit log  ok       records 1 to 2, before 2026-11-25T00:00:00Z"
                + " (kept for a day)"),
        list);
  }

  @Test
  void without_it_nothing_goes() {
    site.fails(
        5,
        """
        ivn: nobody can be asked whether to remove 2 audit records from before \
        2026-11-25T00:00:00Z for good
        ivn: hint: add --yes to do it unasked
        """,
        "audit",
        "prune",
        "--before",
        "2026-11-25");
    assertEquals(3, site.json("audit", "verify").get("records"));
  }

  @Test
  void nothing_to_remove_asks_nobody_and_records_nothing() {
    site.prints(
        "The audit log has no records from before 2026-11-24T10:00:00Z.\n",
        "audit",
        "prune",
        "--before",
        "1d");
    assertEquals(3, site.json("audit", "verify").get("records"));
  }

  @Test
  void the_answer_in_json_counts() {
    Map<String, Object> answer = site.json("audit", "prune", "--before", "2026-11-25", "--yes");
    assertEquals(2, answer.get("removed"));
    assertEquals(1, answer.get("first"));
    assertEquals(2, answer.get("last"));
    assertEquals(2, site.json("audit", "verify").get("pruned"));
  }

  @Test
  void a_time_is_needed_that_is_one_and_lies_in_the_past() {
    for (String time : new String[] {"2027-01-01", "soon", "", "-1d"}) {
      assertEquals(2, site.run("audit", "prune", "--before", time, "--yes").status(), time);
    }
    assertEquals(2, site.run("audit", "prune", "--yes").status());
  }

  @Test
  void an_export_before_it_holds_exactly_what_goes() {
    String kept = site.ok("audit", "export", "--until", "2026-11-25");
    assertEquals(2, kept.lines().count());
    site.ok("audit", "prune", "--before", "2026-11-25", "--yes");
    Outcome left = site.run("audit", "export");
    assertTrue(left.out().startsWith("{\"sequence\":3,"), left.out());
  }
}
