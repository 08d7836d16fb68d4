package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess.Outcome;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.twofactor.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditExportTest {
  private static final String HEADER =
      "sequence,at,account,sudo_user,address,api_key,action,subject,outcome,detail,reason,mac";

  @TempDir Path directory;
  private MySite site;

  @BeforeEach
  void make() {
    site = MySite.in(directory);
    site.ok("user", "add", "user@example.com");
  }

  private List<String> export(String... more) {
    String[] command = new String[more.length + 2];
    command[0] = "audit";
    command[1] = "export";
    System.arraycopy(more, 0, command, 2, more.length);
    return site.ok(command).lines().toList();
  }

  @Test
  void is_a_document_in_each_line() {
    List<String> lines = export();
    assertEquals(2, lines.size());
    Map<String, Object> record = JsonDocument.parse(lines.get(1));
    assertEquals(2, record.get("sequence"));
    assertEquals("2026-11-24T10:00:00Z", record.get("at"));
    assertEquals("tester", record.get("account"));
    assertEquals("user.add", record.get("action"));
    assertEquals("user@example.com", record.get("subject"));
    assertEquals("System User", record.get("detail"));
    assertTrue(record.containsKey("reason") && record.get("reason") == null);
    assertTrue(((String) record.get("mac")).matches("[0-9a-f]{64}"));
  }

  @Test
  void is_csv_where_that_is_wanted() {
    String csv = site.ok("audit", "export", "--as", "csv", "--action", "user.add");
    assertTrue(csv.endsWith("\r\n"));
    List<String> lines = csv.lines().toList();
    assertEquals(HEADER, lines.get(0));
    assertTrue(
        lines
            .get(1)
            .matches(
                "2,2026-11-24T10:00:00Z,tester,,,,user\\.add,user@example\\.com,ok,System User,,"
                    + "[0-9a-f]{64}"),
        lines.get(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "=cmd|' /C calc'!A0"})
  void no_cell_is_a_formula(String reason) {
    record(reason);
    record("x" + reason);
    String csv = site.ok("audit", "export", "--as", "csv");
    String quote = reason.contains("\r") ? "\"" : "";
    assertTrue(csv.contains("," + quote + "'" + reason + quote + ","), csv);
    assertTrue(csv.contains("," + quote + "x" + reason + quote + ","), csv);
  }

  private void record(String reason) {
    try (Store store = site.store()) {
      store.write(
          () -> {
            store.record(Event.of("user.exempt", "user@example.com").reason(reason));
            return null;
          });
    }
  }

  @Test
  void cells_keep_commas_quotes_and_line_ends() {
    record("a, \"b\"\nc");
    String csv = site.ok("audit", "export", "--as", "csv");
    assertTrue(csv.contains(",\"a, \"\"b\"\"\nc\","), csv);
  }

  @Test
  void goes_to_a_file_for_its_owner_only() throws IOException {
    site.prints(
        "Wrote 2 audit records to " + directory.resolve("audit.jsonl") + ".\n",
        "audit",
        "export",
        "-o",
        "audit.jsonl");
    Path file = directory.resolve("audit.jsonl");
    assertEquals(2, Files.readAllLines(file).size());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    try (var files = Files.list(directory)) {
      assertEquals(2, files.count(), "the bench and the file, nothing half-written");
    }
  }

  @Test
  void replaces_a_file_only_when_told_to() throws IOException {
    Path file = Files.writeString(directory.resolve("audit.csv"), "precious");
    Outcome outcome = site.run("audit", "export", "--as", "csv", "-o", "audit.csv");
    assertEquals(5, outcome.status());
    assertEquals("precious", Files.readString(file));
    site.ok("audit", "export", "--as", "csv", "-o", "audit.csv", "--force");
    assertTrue(Files.readString(file).startsWith(HEADER));
  }

  @Test
  void refuses_a_place_that_is_none() {
    assertEquals(8, site.run("audit", "export", "-o", "no/such/file").status());
    assertEquals(5, site.run("audit", "export", "-o", "sites").status());
    assertEquals(2, site.run("audit", "export", "--as", "xml").status());
  }

  @Test
  void answers_in_json_only_beside_a_file() {
    Map<String, Object> answer = site.json("audit", "export", "-o", "audit.jsonl");
    assertEquals(2, answer.get("records"));
    Map<String, Object> error = site.error(2, "audit", "export");
    assertEquals("usage", error.get("code"));
  }

  @Test
  void takes_the_filters_of_the_list() {
    assertEquals(1, export("--user", "user@example.com").size());
    assertEquals(0, export("--since", "2027-01-01").size());
    assertEquals(2, export("--until", "2027-01-01").size());
    assertEquals(0, export("--outcome", "wrong").size());
    assertFalse(export("--action", "site").isEmpty());
  }
}
