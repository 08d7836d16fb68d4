package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.AuditTrail;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserExemptTest {
  @TempDir Path directory;

  private MySite site;

  @BeforeEach
  void set_up() {
    site = MySite.withUser(directory);
    site.enrollAndConfirm("Administrator");
  }

  private void exempt(String option, String value) {
    site.ok("user", "exempt", MySite.USER, option, value, "--reason", "phone lost");
  }

  private boolean required() {
    return (Boolean) site.json("user", "why", MySite.USER).get("required");
  }

  @ParameterizedTest
  @CsvSource({
    "--for, 30m, 2026-11-24T10:30:00Z",
    "--for, 24h, 2026-11-25T10:00:00Z",
    "--for, 30d, 2026-12-24T10:00:00Z",
    "--until, 2026-12-01, 2026-12-01T00:00:00Z",
    "--until, 2026-12-01T18:00:00Z, 2026-12-01T18:00:00Z"
  })
  void lets_somebody_in_until_then(String option, String value, String until) {
    site.prints(
        "user@example.com needs no second factor until " + until + ".\n",
        "user",
        "exempt",
        MySite.USER,
        option,
        value,
        "--reason",
        "phone lost");
    assertFalse(required());
    assertEquals(until, site.json("user", "why", MySite.USER).get("until"));
  }

  @Test
  void ends_by_itself() {
    exempt("--for", "2h");
    site.shell.sleep(Duration.ofHours(2));
    assertTrue(required());
    assertFalse(site.ok("status").contains("Exempt until"));
  }

  @Test
  void why_and_status_tell_of_it() {
    exempt("--for", "24h");
    assertTrue(
        site.ok("user", "why", MySite.USER)
            .startsWith(
                "user@example.com needs no second factor now, because an administrator exempted"
                    + " this user until 2026-11-25T10:00:00Z.\n"));
    assertTrue(
        site.ok("status")
            .contains("Exempt until 2026-11-25T10:00:00Z: user@example.com (phone lost)\n"));
    Map<String, Object> status = site.json("status");
    assertEquals(List.of(MySite.USER), JsonDocument.each("user", status.get("exemptions")));
    assertEquals(1, status.get("exempt"));
  }

  @Test
  void another_one_replaces_it() {
    exempt("--for", "30d");
    exempt("--for", "30m");
    site.shell.sleep(Duration.ofMinutes(30));
    assertTrue(required());
  }

  @Test
  void is_ended_by_hand() {
    exempt("--for", "24h");
    site.prints(
        "The exemption of user@example.com has ended.\n", "user", "exempt", MySite.USER, "--end");
    assertTrue(required());
    site.prints("user@example.com was not exempted.\n", "user", "exempt", MySite.USER, "--end");
    assertEquals(false, site.json("user", "exempt", MySite.USER, "--end").get("ended"));
  }

  @Test
  void the_document_holds_user_end_and_reason() {
    Map<String, Object> document =
        site.json("user", "exempt", MySite.USER, "--for", "1h", "--reason", "travel");
    assertEquals(
        Map.of("user", MySite.USER, "until", "2026-11-24T11:00:00Z", "reason", "travel"), document);
  }

  @Test
  void the_log_tells_why() {
    exempt("--for", "1h");
    assertEquals(
        "user.exempt user@example.com ok [until 2026-11-24T11:00:00Z] (phone lost)",
        AuditTrail.last(site.file("sites/mysite/ivn.db")));
  }

  @Test
  void needs_a_reason() {
    site.fails(
        2,
        "ivn: an exemption needs a reason\nivn: hint: --reason TEXT tells it\n",
        "user",
        "exempt",
        MySite.USER,
        "--for",
        "24h");
    assertTrue(required());
  }

  @Test
  void lasts_thirty_days_at_most() {
    site.fails(
        2,
        "ivn: an exemption lasts at most 30 days, until 2026-12-24T10:00:00Z\n",
        "user",
        "exempt",
        MySite.USER,
        "--for",
        "31d",
        "--reason",
        "travel");
  }

  @Test
  void is_dated_in_exactly_one_way() {
    String unclear = "ivn: tell until when: --for TIME or --until DATE\n";
    site.fails(2, unclear, "user", "exempt", MySite.USER, "--reason", "travel");
    site.fails(
        2,
        unclear,
        "user",
        "exempt",
        MySite.USER,
        "--reason",
        "travel",
        "--for",
        "1h",
        "--until",
        "2026-12-01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "24", "24 h", "1.5h", "-1h", "9999999h", "h", "24H", "１h"})
  void a_length_of_time_is_a_number_and_a_letter(String typed) {
    assertEquals(
        2,
        site.run("user", "exempt", MySite.USER, "--reason", "travel", "--for=" + typed).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tomorrow", "2026-02-30", "01.12.2026", "2026-12-01T18:00", "2020-01-01"})
  void a_date_is_written_out_and_ahead(String typed) {
    assertEquals(
        2,
        site.run("user", "exempt", MySite.USER, "--reason", "travel", "--until", typed).status());
  }

  @Test
  void nobody_unknown_is_exempted() {
    assertEquals(
        4, site.run("user", "exempt", "x@example.com", "--for", "1h", "--reason", "x").status());
    assertEquals(4, site.run("user", "exempt", "x@example.com", "--end").status());
  }
}
