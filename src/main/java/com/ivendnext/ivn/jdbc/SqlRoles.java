package com.ivendnext.ivn.jdbc;

import com.ivendnext.ivn.twofactor.Role;
import com.ivendnext.ivn.twofactor.RoleStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** {@link RoleStore} on SQL. */
final class SqlRoles implements RoleStore {
  private final Database database;

  SqlRoles(Database database) {
    this.database = database;
  }

  static Role read(ResultSet row) throws SQLException {
    return new Role(row.getString("role_name"), row.getInt("two_factor") != 0);
  }

  @Override
  public Optional<Role> find(String name) {
    return database.first(
        "SELECT name AS role_name, two_factor FROM ivn_role WHERE name = ?", SqlRoles::read, name);
  }

  @Override
  public List<Role> all() {
    return database.list(
        "SELECT name AS role_name, two_factor FROM ivn_role ORDER BY name", SqlRoles::read);
  }

  @Override
  public void add(Role role) {
    database.update(
        "INSERT INTO ivn_role (name, two_factor) VALUES (?, ?)", role.name(), role.twoFactor());
  }

  @Override
  public void update(Role role) {
    database.update(
        "UPDATE ivn_role SET two_factor = ? WHERE name = ?", role.twoFactor(), role.name());
  }

  @Override
  public void remove(String name) {
    database.update("DELETE FROM ivn_role WHERE name = ?", name);
  }

  @Override
  public long grants(String name) {
    return database
        .first(
            "SELECT COUNT(*) AS grants FROM ivn_user_role WHERE role_name = ?",
            row -> row.getLong("grants"),
            name)
        .orElse(0L);
  }
}
