package com.ivendnext.ivn.jdbc;

import com.ivendnext.ivn.twofactor.Exemption;
import com.ivendnext.ivn.twofactor.ExemptionStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@link ExemptionStore} on SQL. */
final class SqlExemptions implements ExemptionStore {
  private static final String EXEMPTIONS =
      "SELECT user_name, until, reason, created_at FROM ivn_exemption";

  private final Database database;

  SqlExemptions(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Exemption> find(String user) {
    return database.first(EXEMPTIONS + " WHERE user_name = ?", SqlExemptions::read, user);
  }

  @Override
  public List<Exemption> live(Instant now) {
    return database.list(
        EXEMPTIONS + " WHERE until > ? ORDER BY until, user_name", SqlExemptions::read, now);
  }

  @Override
  public void put(Exemption exemption) {
    remove(exemption.user());
    database.update(
        "INSERT INTO ivn_exemption (user_name, until, reason, created_at) VALUES (?, ?, ?, ?)",
        exemption.user(),
        exemption.until(),
        exemption.reason(),
        exemption.createdAt());
  }

  @Override
  public boolean remove(String user) {
    return database.update("DELETE FROM ivn_exemption WHERE user_name = ?", user) == 1;
  }

  private static Exemption read(ResultSet row) throws SQLException {
    return new Exemption(
        row.getString("user_name"),
        Database.instant(row, "until"),
        row.getString("reason"),
        Database.instant(row, "created_at"));
  }
}
