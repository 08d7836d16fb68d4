package com.ivendnext.ivn.jdbc;

import com.ivendnext.ivn.twofactor.SessionStore;
import java.time.Instant;
import java.util.Optional;

/** {@link SessionStore} on SQL. */
final class SqlSessions implements SessionStore {
  private final Database database;

  SqlSessions(Database database) {
    this.database = database;
  }

  @Override
  public void add(Session session) {
    database.update(
        "INSERT INTO ivn_session (id_hash, user_name, began_at, seen_at) VALUES (?, ?, ?, ?)",
        session.idHash(),
        session.user(),
        session.beganAt(),
        session.seenAt());
  }

  @Override
  public Optional<Session> find(String idHash) {
    return database.first(
        "SELECT id_hash, user_name, began_at, seen_at FROM ivn_session WHERE id_hash = ?",
        row ->
            new Session(
                row.getString("id_hash"),
                row.getString("user_name"),
                Database.instant(row, "began_at"),
                Database.instant(row, "seen_at")),
        idHash);
  }

  @Override
  public void seen(String idHash, Instant now) {
    database.update("UPDATE ivn_session SET seen_at = ? WHERE id_hash = ?", now, idHash);
  }

  @Override
  public void purge(Instant beganBefore, Instant seenBefore) {
    database.update(
        "DELETE FROM ivn_session WHERE seen_at < ? OR began_at < ?", seenBefore, beganBefore);
  }

  @Override
  public boolean remove(String idHash) {
    return database.update("DELETE FROM ivn_session WHERE id_hash = ?", idHash) == 1;
  }

  @Override
  public void removeOf(String user) {
    database.update("DELETE FROM ivn_session WHERE user_name = ?", user);
  }
}
