package com.ivendnext.ivn.audit;

import static com.ivendnext.ivn.TestSite.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.ivendnext.ivn.AuditTrail;
import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.TestSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A log of which records 1 to 4 are pruned, and what somebody with the store, but without the key,
 * can do to it. Records 5 and 6 are of the day after, 7 tells of the pruning.
 */
class AuditPruneTest {
  private static final String FORGED = "its beginning was cut off, and not by ivn audit prune";

  @TempDir Path directory;
  private TestSite site;
  private Instant nextDay;

  @BeforeEach
  void record_on_two_days() {
    site = new TestSite(directory);
    site.roles().add("A");
    site.roles().add("B");
    site.clock.advance(Duration.ofDays(1));
    nextDay = site.clock.instant();
    site.roles().add("C");
    site.roles().add("D");
    assertEquals(6, AuditTrail.of(site.file).size());
  }

  @AfterEach
  void close() {
    site.close();
  }

  private Pruned pruneOnce() {
    return site.store().pruneRecords(nextDay, "kept for a day");
  }

  private String verdict() {
    return site.store().auditFault().orElse("intact");
  }

  private void tamper(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + site.file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    }
  }

  @Test
  void the_oldest_records_go_and_the_rest_is_intact() {
    assertEquals(new Pruned(1, 4), pruneOnce());
    assertEquals(
        List.of(
            "role.add C ok",
            "role.add D ok",
            "audit.prune audit log ok [records 1 to 4, before 2026-11-25T10:00:00Z]"
                + " (kept for a day)"),
        AuditTrail.of(site.file));
    assertEquals("intact", verdict());
  }

  @Test
  void the_log_goes_on_behind_it() {
    pruneOnce();
    site.roles().add("E");
    site.reopen();
    site.accounts().enable(USER, false);
    assertEquals(5, AuditTrail.of(site.file).size());
    assertEquals("intact", verdict());
  }

  @Test
  void nothing_to_prune_records_nothing() {
    assertEquals(0, site.store().pruneRecords(Instant.EPOCH, null).count());
    assertEquals(6, AuditTrail.of(site.file).size());
    pruneOnce();
    assertEquals(new Pruned(5, 4), pruneOnce());
    assertEquals(3, AuditTrail.of(site.file).size());
  }

  @Test
  void it_can_be_pruned_again_and_again() {
    pruneOnce();
    site.clock.advance(Duration.ofDays(1));
    assertEquals(new Pruned(5, 7), site.store().pruneRecords(site.clock.instant(), null));
    assertEquals(1, AuditTrail.of(site.file).size());
    assertEquals("intact", verdict());
    site.clock.advance(Duration.ofDays(1));
    assertEquals(new Pruned(8, 8), site.store().pruneRecords(site.clock.instant(), null));
    assertEquals("intact", verdict());
  }

  @Test
  void what_a_clock_that_was_set_back_recorded_goes_with_its_neighbours_only() {
    site.clock.advance(Duration.ofDays(-2));
    site.roles().add("E");
    assertEquals(new Pruned(1, 4), pruneOnce());
    assertEquals("intact", verdict());
  }

  @Test
  void a_rehearsal_removes_nothing() {
    assertEquals(new Pruned(1, 4), site.store().rehearse(this::pruneOnce));
    assertEquals(6, AuditTrail.of(site.file).size());
    site.roles().add("E");
    assertEquals("intact", verdict());
  }

  @Test
  void a_log_that_is_not_intact_is_not_pruned() throws SQLException {
    tamper("UPDATE ivn_audit SET subject = 'mallory' WHERE sequence = 2");
    Failure failure = assertThrows(Failure.class, this::pruneOnce);
    assertEquals(Failure.Kind.DATA, failure.kind());
    assertEquals(6, AuditTrail.of(site.file).size());
  }

  @Test
  void a_beginning_cut_off_by_hand_is_found() throws SQLException {
    tamper("DELETE FROM ivn_audit WHERE sequence <= 4");
    assertEquals("record 1 was changed, removed or moved", verdict());
  }

  @Test
  void a_forged_checkpoint_is_found() throws SQLException {
    tamper(
        "INSERT INTO ivn_meta (name, value) SELECT 'audit_checkpoint', '4 ' || mac || ' ' || mac"
            + " FROM ivn_audit WHERE sequence = 4",
        "DELETE FROM ivn_audit WHERE sequence <= 4");
    assertEquals(FORGED, verdict());
  }

  @Test
  void a_checkpoint_that_is_none_is_found() throws SQLException {
    for (String value : List.of("", "4", "-1 a b", "99999999999999999999 a b", "4 a b c", "x")) {
      tamper(
          "DELETE FROM ivn_meta WHERE name = 'audit_checkpoint'",
          "INSERT INTO ivn_meta (name, value) VALUES ('audit_checkpoint', '" + value + "')");
      assertEquals(FORGED, verdict(), value);
    }
  }

  @Test
  void a_checkpoint_moved_on_is_found() throws SQLException {
    pruneOnce();
    tamper(
        "UPDATE ivn_meta SET value = '5' || substr(value, 2) WHERE name = 'audit_checkpoint'",
        "DELETE FROM ivn_audit WHERE sequence <= 5");
    assertEquals(FORGED, verdict());
  }

  @Test
  void a_checkpoint_removed_is_found() throws SQLException {
    pruneOnce();
    tamper("DELETE FROM ivn_meta WHERE name = 'audit_checkpoint'");
    assertEquals("record 1 was changed, removed or moved", verdict());
  }

  @Test
  void the_checkpoint_of_an_earlier_pruning_does_not_cover_a_later_cut() throws SQLException {
    pruneOnce();
    tamper("DELETE FROM ivn_audit WHERE sequence = 5");
    assertEquals("record 5 was changed, removed or moved", verdict());
  }

  @Test
  void edits_insertions_swaps_and_cut_tails_are_found_after_a_pruning() throws Exception {
    pruneOnce();
    byte[] copy = copyOfStore();
    found("record 5", "UPDATE ivn_audit SET outcome = 'no' WHERE sequence = 5", copy);
    found("record 6", "UPDATE ivn_audit SET at = at + 1 WHERE sequence = 6", copy);
    found("record 6", "DELETE FROM ivn_audit WHERE sequence = 6", copy);
    found(
        "record 8",
        "INSERT INTO ivn_audit SELECT 8, at, account, sudo_user, address, action, subject,"
            + " outcome, detail, reason, mac, api_key FROM ivn_audit WHERE sequence = 7",
        copy);
    found(
        "record 5",
        "UPDATE ivn_audit SET sequence = CASE sequence WHEN 5 THEN -6 ELSE -5 END"
            + " WHERE sequence IN (5, 6); UPDATE ivn_audit SET sequence = -sequence"
            + " WHERE sequence < 0",
        copy);
  }

  private void found(String where, String sql, byte[] copy) throws Exception {
    tamper(sql.split("; "));
    assertEquals(where + " was changed, removed or moved", verdict());
    putBack(copy);
    assertEquals("intact", verdict());
  }

  @Test
  void a_cut_tail_is_found_after_a_pruning() throws SQLException {
    pruneOnce();
    tamper("DELETE FROM ivn_audit WHERE sequence >= 6");
    assertEquals("records 6 to 7 are missing", verdict());
    tamper("DELETE FROM ivn_audit");
    assertEquals("records 5 to 7 are missing", verdict());
  }

  @Test
  void a_store_put_back_to_a_copy_from_before_or_after_the_pruning_is_found() throws IOException {
    byte[] before = copyOfStore();
    pruneOnce();
    byte[] after = copyOfStore();
    site.roles().add("E");
    putBack(before);
    assertEquals("records 7 to 8 are missing", verdict());
    putBack(after);
    assertEquals("records 8 to 8 are missing", verdict());
  }

  private byte[] copyOfStore() throws IOException {
    site.close();
    byte[] file = Files.readAllBytes(site.file);
    site.reopen();
    return file;
  }

  private void putBack(byte[] copy) throws IOException {
    site.close();
    Files.write(site.file, copy);
    Files.deleteIfExists(directory.resolve("ivn.db-wal"));
    Files.deleteIfExists(directory.resolve("ivn.db-shm"));
    site.reopen();
  }
}
