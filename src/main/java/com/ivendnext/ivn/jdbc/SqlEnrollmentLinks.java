package com.ivendnext.ivn.jdbc;

import com.ivendnext.ivn.twofactor.Authenticator;
import com.ivendnext.ivn.twofactor.EnrollmentLinkStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** {@link EnrollmentLinkStore} on SQL. */
final class SqlEnrollmentLinks implements EnrollmentLinkStore {
  private static final String LINKS =
      "SELECT key_hash, user_name, authenticator_id, created_at, expires_at"
          + " FROM ivn_enrollment_link WHERE ";

  private final Database database;

  SqlEnrollmentLinks(Database database) {
    this.database = database;
  }

  @Override
  public void put(Link link) {
    database.update("DELETE FROM ivn_enrollment_link WHERE user_name = ?", link.user());
    database.update(
        "INSERT INTO ivn_enrollment_link"
            + " (user_name, authenticator_id, key_hash, created_at, expires_at)"
            + " VALUES (?, ?, ?, ?, ?)",
        link.user(),
        link.authenticator(),
        link.keyHash(),
        link.createdAt(),
        link.expiresAt());
  }

  @Override
  public Optional<Link> find(String keyHash) {
    return database.first(LINKS + "key_hash = ?", SqlEnrollmentLinks::read, keyHash);
  }

  @Override
  public Optional<Link> of(String user) {
    return database.first(LINKS + "user_name = ?", SqlEnrollmentLinks::read, user);
  }

  @Override
  public boolean remove(String keyHash) {
    return database.update("DELETE FROM ivn_enrollment_link WHERE key_hash = ?", keyHash) == 1;
  }

  @Override
  public void removeOf(Authenticator authenticator) {
    database.update(
        "DELETE FROM ivn_enrollment_link WHERE authenticator_id = ?", authenticator.id());
  }

  private static Link read(ResultSet row) throws SQLException {
    return new Link(
        row.getString("key_hash"),
        row.getString("user_name"),
        row.getString("authenticator_id"),
        Database.instant(row, "created_at"),
        Database.instant(row, "expires_at"));
  }
}
