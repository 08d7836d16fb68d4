package com.ivendnext.ivn.jdbc;

import static com.ivendnext.ivn.TestSite.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.TestSite;
import com.ivendnext.ivn.audit.Actor;
import com.ivendnext.ivn.audit.AuditChain;
import com.ivendnext.ivn.audit.AuditRecord;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.crypto.MasterKey;
import com.ivendnext.ivn.twofactor.Authenticator;
import com.ivendnext.ivn.twofactor.Role;
import com.ivendnext.ivn.twofactor.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the domain relies on, whichever store it is. */
abstract class StoreContract {
  @TempDir Path directory;

  private TestSite site;

  /** Opens the store in {@code file}. */
  abstract Store open(Path file, SqlStore.Surroundings surroundings);

  @BeforeEach
  void open() {
    site = new TestSite(directory, this::open);
  }

  @AfterEach
  void close() {
    site.close();
  }

  /** Changes the store behind ivn's back. */
  private void tamper(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + site.file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private boolean consume(Store store, Authenticator app, long factor) {
    return store.write(() -> store.authenticators().consume(app, factor, 0, site.clock.instant()));
  }

  private void update(Authenticator changed) {
    site.store()
        .write(
            () -> {
              site.store().authenticators().update(changed);
              return null;
            });
  }

  private List<AuditRecord> records() {
    List<AuditRecord> records = new ArrayList<>();
    new SqlAudit(new Database(new SqliteDialect(site.file))).each(records::add);
    return records;
  }

  private String auditVerdict() {
    SqlAudit audit = new SqlAudit(new Database(new SqliteDialect(site.file)));
    return AuditChain.check(audit, site.head, record -> site.key.derive("ivn audit"))
        .orElse("intact");
  }

  @Test
  void the_files_are_for_the_owner_only() throws IOException {
    for (String name : List.of("ivn.db", "ivn.db-wal", "ivn.db-shm", "ivn.audit-head")) {
      Path file = directory.resolve(name);
      assertEquals(
          "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)), name);
    }
  }

  @Test
  void nothing_remains_of_a_transaction_that_failed() {
    assertThrows(
        IllegalStateException.class,
        () ->
            site.store()
                .write(
                    () -> {
                      site.roles().add("Auditor");
                      throw new IllegalStateException("on purpose");
                    }));
    assertThrows(Failure.class, () -> site.roles().find("Auditor"));
    site.roles().add("Auditor");
    assertEquals("intact", auditVerdict());
  }

  @Test
  void a_moving_factor_is_consumed_once_and_only_forward() {
    Authenticator app = site.enroll(USER);
    assertTrue(consume(site.store(), app, Long.MAX_VALUE - 1));
    assertFalse(consume(site.store(), app, Long.MAX_VALUE - 1));
    assertFalse(consume(site.store(), app, 5));
    assertTrue(consume(site.store(), app, Long.MAX_VALUE));
  }

  @Test
  void two_connections_do_not_consume_the_same_factor() {
    Authenticator app = site.enroll(USER);
    try (Store other = open(site.file, site)) {
      long factor = 1L << 40;
      assertTrue(consume(site.store(), app, factor));
      assertFalse(consume(other, app, factor));
    }
  }

  @Test
  void every_field_of_an_authenticator_survives() {
    Authenticator app = site.enroll(USER);
    Authenticator failed = site.current(app);
    for (int i = 0; i < 5; i++) {
      failed = failed.failed(site.clock.instant());
    }
    update(failed);
    site.reopen();
    assertEquals(failed, site.current(app));
    assertEquals(site.clock.instant().plusSeconds(4), site.current(app).lockedUntil());
  }

  @Test
  void odd_names_are_data_and_never_sql() {
    String user = "o'brien\";--%_\ud83d\ude00@example.com";
    String role = "Robert'); DROP TABLE ivn_user;--";
    site.roles().add(role);
    site.add(user, role);
    site.reopen();
    assertTrue(site.accounts().find(user).has(role));
  }

  @Test
  void a_secret_moved_to_another_user_does_not_open() throws SQLException {
    site.add("b@example.com");
    Authenticator app = site.enroll(USER);
    Authenticator other = site.enroll("b@example.com");
    tamper(
        "UPDATE ivn_authenticator SET secret = (SELECT secret FROM ivn_authenticator WHERE id = '"
            + app.id()
            + "') WHERE id = '"
            + other.id()
            + "'");
    Failure failure =
        assertThrows(Failure.class, () -> site.verifier().verify("b@example.com", "123456"));
    assertEquals(Failure.Kind.DATA, failure.kind());
  }

  @Test
  void a_wrong_key_is_said_in_one_sentence() {
    Authenticator app = site.enroll(USER);
    site.key = MasterKey.generate(new SecureRandom());
    site.reopen();
    Failure failure = assertThrows(Failure.class, () -> site.code(app, 0));
    assertEquals(
        "the encryption key of this site is not the one its store was made with",
        failure.getMessage());
  }

  @Test
  void nothing_is_written_with_a_wrong_key() {
    site.key = MasterKey.generate(new SecureRandom());
    site.reopen();
    Failure failure = assertThrows(Failure.class, () -> site.roles().add("Auditor"));
    assertEquals(Failure.Kind.DATA, failure.kind());
    assertTrue(site.store().roles().find("Auditor").isEmpty());
  }

  @Test
  void every_change_and_every_verification_is_recorded() {
    Authenticator app = site.enroll(USER);
    site.verifier().verify(USER, site.code(app, 0));
    site.verifier().verify(USER, site.wrongCode(app));
    site.verifier().verify("x@example.com", "123456");
    List<String> told =
        records().stream()
            .map(record -> record.event().action() + " " + record.event().outcome())
            .toList();
    assertEquals(
        List.of(
            "site.new-store ok",
            "user.add ok",
            "user.enroll ok",
            "user.confirm ok",
            "otp.verify ok",
            "otp.verify wrong",
            "otp.verify unknown_user"),
        told);
    assertEquals("intact", auditVerdict());
  }

  @Test
  void edits_and_cuts_of_the_log_are_found() throws SQLException {
    site.roles().add("Auditor");
    tamper("DELETE FROM ivn_audit WHERE sequence = 3");
    assertEquals("records 3 to 3 are missing", auditVerdict());
    tamper("UPDATE ivn_audit SET subject = 'mallory' WHERE sequence = 2");
    assertEquals("record 2 was changed, removed or moved", auditVerdict());
  }

  @Test
  void the_head_outside_never_moves_back() {
    site.roles().add("Auditor");
    site.head.advance(new com.ivendnext.ivn.audit.AuditHead.Head(1, "0".repeat(64)));
    assertEquals(3, site.head.read().orElseThrow().count());
  }

  @Test
  void a_rehearsal_answers_and_leaves_nothing() {
    String answer =
        site.store()
            .rehearse(
                () -> {
                  site.roles().add("Auditor");
                  return site.roles().find("Auditor").name();
                });
    assertEquals("Auditor", answer);
    assertTrue(site.store().roles().find("Auditor").isEmpty());
    site.roles().add("Auditor");
    assertEquals("intact", auditVerdict());
  }

  @Test
  void nested_writes_are_undone_with_the_outer_one() {
    assertThrows(
        IllegalStateException.class,
        () ->
            site.store()
                .write(
                    () ->
                        site.store()
                            .write(
                                () -> {
                                  site.roles().add("Auditor");
                                  throw new IllegalStateException("on purpose");
                                })));
    assertTrue(site.store().roles().find("Auditor").isEmpty());
  }

  @Test
  void nothing_follows_a_statement_that_failed() {
    assertThrows(Failure.class, () -> site.store().write(this::addTheSameTwiceAndGoOn));
    assertTrue(site.store().roles().find("Other").isEmpty());
    assertEquals("intact", auditVerdict());
  }

  private Role addTheSameTwiceAndGoOn() {
    Role same = new Role("Same", false);
    site.store().roles().add(same);
    assertThrows(Failure.class, () -> site.store().roles().add(same));
    site.store().roles().add(new Role("Other", false));
    return same;
  }

  @Test
  void an_event_outside_of_a_write_is_a_bug() {
    assertThrows(
        IllegalStateException.class, () -> site.store().record(Event.of("user.add", USER)));
  }

  @Test
  void a_store_that_was_closed_says_so() {
    site.store().close();
    assertThrows(Failure.class, () -> site.roles().add("Auditor"));
    assertThrows(Failure.class, () -> site.store().users().find(USER));
  }

  @Test
  void the_name_of_an_api_key_is_kept_with_the_record_and_bound_to_it() throws SQLException {
    site.actor = site.actor.by("shop").from("192.0.2.9");
    site.roles().add("Buyer");
    List<AuditRecord> all = records();
    assertEquals(new Actor("tester", null, "192.0.2.9", "shop"), all.get(all.size() - 1).actor());
    assertEquals("intact", auditVerdict());
    tamper("UPDATE ivn_audit SET api_key = NULL WHERE sequence = " + all.size());
    assertEquals("record " + all.size() + " was changed, removed or moved", auditVerdict());
  }
}
