package com.ivendnext.ivn.jdbc;

import com.ivendnext.ivn.audit.Actor;
import com.ivendnext.ivn.audit.AuditRecord;
import com.ivendnext.ivn.audit.AuditStore;
import com.ivendnext.ivn.audit.Checkpoint;
import com.ivendnext.ivn.audit.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;

/** {@link AuditStore} on SQL. */
final class SqlAudit implements AuditStore {
  private static final String RECORDS =
      "SELECT sequence, at, account, sudo_user, address, api_key, action, subject, outcome, detail,"
          + " reason, mac FROM ivn_audit";

  private final Database database;

  SqlAudit(Database database) {
    this.database = database;
  }

  @Override
  public Optional<AuditRecord> last() {
    return database.first(RECORDS + " ORDER BY sequence DESC LIMIT 1", SqlAudit::read);
  }

  @Override
  public void append(AuditRecord record) {
    Actor actor = record.actor();
    Event event = record.event();
    database.update(
        "INSERT INTO ivn_audit (sequence, at, account, sudo_user, address, api_key, action,"
            + " subject, outcome, detail, reason, mac) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        record.sequence(),
        record.at(),
        actor.account(),
        actor.sudoUser(),
        actor.address(),
        actor.apiKey(),
        event.action(),
        event.subject(),
        event.outcome(),
        event.detail(),
        event.reason(),
        record.mac());
  }

  @Override
  public void each(long after, Consumer<AuditRecord> reader) {
    String sql = RECORDS + " WHERE sequence > ? ORDER BY sequence";
    database.each(sql, SqlAudit::read, reader, after);
  }

  @Override
  public Optional<Checkpoint> checkpoint() {
    return database.first(
        "SELECT value FROM ivn_meta WHERE name = 'audit_checkpoint'",
        row -> checkpoint(row.getString("value")));
  }

  /** What is no checkpoint is one that nobody's key fits. */
  private static Checkpoint checkpoint(String value) {
    String[] parts = value.split(" ", -1);
    boolean whole = parts.length == 3 && parts[0].matches("[0-9]{1,18}");
    return whole
        ? new Checkpoint(Long.parseLong(parts[0]), parts[1], parts[2])
        : new Checkpoint(0, value, "");
  }

  @Override
  public void cut(Checkpoint checkpoint) {
    database.update("DELETE FROM ivn_audit WHERE sequence <= ?", checkpoint.count());
    database.update("DELETE FROM ivn_meta WHERE name = 'audit_checkpoint'");
    database.update(
        "INSERT INTO ivn_meta (name, value) VALUES ('audit_checkpoint', ?)",
        checkpoint.count() + " " + checkpoint.mac() + " " + checkpoint.seal());
  }

  private static AuditRecord read(ResultSet row) throws SQLException {
    return new AuditRecord(
        row.getLong("sequence"),
        Database.instant(row, "at"),
        new Actor(
            row.getString("account"),
            row.getString("sudo_user"),
            row.getString("address"),
            row.getString("api_key")),
        new Event(
            row.getString("action"),
            row.getString("subject"),
            row.getString("outcome"),
            row.getString("detail"),
            row.getString("reason")),
        row.getString("mac"));
  }
}
