package com.ivendnext.ivn.jdbc;

import com.ivendnext.ivn.twofactor.PendingLoginStore;
import java.time.Instant;
import java.util.Optional;

/** {@link PendingLoginStore} on SQL. */
final class SqlPendingLogins implements PendingLoginStore {
  private final Database database;

  SqlPendingLogins(Database database) {
    this.database = database;
  }

  @Override
  public void add(PendingLogin login, Instant now) {
    database.update("DELETE FROM ivn_login WHERE expires_at <= ?", now);
    database.update(
        "INSERT INTO ivn_login (id_hash, user_name, address, expires_at) VALUES (?, ?, ?, ?)",
        login.idHash(),
        login.user(),
        login.address(),
        login.expiresAt());
  }

  @Override
  public Optional<PendingLogin> find(String idHash) {
    return database.first(
        "SELECT id_hash, user_name, address, expires_at FROM ivn_login WHERE id_hash = ?",
        row ->
            new PendingLogin(
                row.getString("id_hash"),
                row.getString("user_name"),
                row.getString("address"),
                Database.instant(row, "expires_at")),
        idHash);
  }

  @Override
  public boolean remove(String idHash) {
    return database.update("DELETE FROM ivn_login WHERE id_hash = ?", idHash) == 1;
  }

  @Override
  public void removeOf(String user) {
    database.update("DELETE FROM ivn_login WHERE user_name = ?", user);
  }
}
