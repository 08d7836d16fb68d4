package com.ivendnext.ivn.jdbc;

import com.ivendnext.ivn.audit.Actor;
import com.ivendnext.ivn.audit.AuditRecord;
import com.ivendnext.ivn.audit.AuditStore;
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
  public void each(Consumer<AuditRecord> reader) {
    database.each(RECORDS + " ORDER BY sequence", SqlAudit::read, reader);
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
