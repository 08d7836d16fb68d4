package com.ivendnext.ivn.jdbc;

import com.ivendnext.ivn.crypto.PasswordHash;
import com.ivendnext.ivn.twofactor.PasswordStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** {@link PasswordStore} on SQL. */
final class SqlPasswords implements PasswordStore {
  private final Database database;

  SqlPasswords(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Entry> find(String user) {
    return database
        .first(
            "SELECT user_name, hash, failures, locked_until FROM ivn_password"
                + " WHERE user_name = ?",
            SqlPasswords::read,
            user)
        .flatMap(entry -> entry);
  }

  @Override
  public void set(String user, PasswordHash hash, Instant now) {
    database.update("DELETE FROM ivn_password WHERE user_name = ?", user);
    database.update(
        "INSERT INTO ivn_password (user_name, hash, failures, changed_at) VALUES (?, ?, 0, ?)",
        user,
        hash.text(),
        now);
  }

  @Override
  public void update(Entry entry) {
    database.update(
        "UPDATE ivn_password SET failures = ?, locked_until = ? WHERE user_name = ?",
        entry.failures(),
        entry.lockedUntil(),
        entry.user());
  }

  /** A hash in a form that nobody knows opens nothing. */
  private static Optional<Entry> read(ResultSet row) throws SQLException {
    String user = row.getString("user_name");
    int failures = row.getInt("failures");
    Instant lockedUntil = Database.instant(row, "locked_until");
    return PasswordHash.parse(row.getString("hash"))
        .map(hash -> new Entry(user, hash, failures, lockedUntil));
  }
}
