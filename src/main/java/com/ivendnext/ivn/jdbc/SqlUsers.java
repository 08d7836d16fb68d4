package com.ivendnext.ivn.jdbc;

import com.ivendnext.ivn.twofactor.BuiltInRole;
import com.ivendnext.ivn.twofactor.Person;
import com.ivendnext.ivn.twofactor.Role;
import com.ivendnext.ivn.twofactor.User;
import com.ivendnext.ivn.twofactor.UserName;
import com.ivendnext.ivn.twofactor.UserStore;
import com.ivendnext.ivn.twofactor.UserType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** {@link UserStore} on SQL. */
final class SqlUsers implements UserStore {
  /** One row per user and granted role; a user without any has one row. */
  private static final String PEOPLE =
      "SELECT u.name, u.full_name, u.user_type, u.enabled, u.email, u.mobile_no, u.restrict_ip,"
          + " u.created_at, r.name AS role_name, r.two_factor,"
          + " EXISTS (SELECT 1 FROM ivn_authenticator a"
          + " WHERE a.user_name = u.name AND a.state = 'active') AS enrolled,"
          + " EXISTS (SELECT 1 FROM ivn_recovery_code c"
          + " WHERE c.user_name = u.name AND c.used_at IS NULL) AS recoverable,"
          + " (SELECT e.until FROM ivn_exemption e WHERE e.user_name = u.name) AS exempt_until,"
          + " u.required_since"
          + " FROM ivn_user u"
          + " LEFT JOIN ivn_user_role g ON g.user_name = u.name"
          + " LEFT JOIN ivn_role r ON r.name = g.role_name";

  private final Database database;
  private final SqlRoles roles;

  SqlUsers(Database database, SqlRoles roles) {
    this.database = database;
    this.roles = roles;
  }

  @Override
  public Optional<Person> find(String name) {
    List<Person> found = new ArrayList<>(1);
    read(PEOPLE + " WHERE u.name = ? ORDER BY r.name", found::add, name);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
  }

  @Override
  public void each(Consumer<Person> reader) {
    read(PEOPLE + " ORDER BY u.name, r.name", reader);
  }

  @Override
  public List<Person> after(String name, int limit) {
    List<Person> page = new ArrayList<>();
    String users = "(SELECT * FROM ivn_user WHERE name > ? ORDER BY name LIMIT ?)";
    read(
        PEOPLE.replace("ivn_user u", users + " u") + " ORDER BY u.name, r.name",
        page::add,
        name,
        limit);
    return page;
  }

  @Override
  public List<Person> administrators() {
    List<Person> found = new ArrayList<>();
    read(
        PEOPLE
            + " WHERE u.user_type = ? AND (u.name = ? OR u.name IN"
            + " (SELECT m.user_name FROM ivn_user_role m WHERE m.role_name = ?))"
            + " ORDER BY u.name, r.name",
        found::add,
        UserType.SYSTEM_USER.label(),
        UserName.ADMINISTRATOR,
        BuiltInRole.SYSTEM_MANAGER.label());
    return found;
  }

  @Override
  public boolean onlyAdministrator() {
    return database
        .first(
            "SELECT name FROM ivn_user WHERE name <> ? LIMIT 1",
            row -> row.getString("name"),
            UserName.ADMINISTRATOR)
        .isEmpty();
  }

  @Override
  public void requiredSince(String user, Instant now) {
    database.update(
        "UPDATE ivn_user SET required_since = ? WHERE name = ? AND required_since IS NULL",
        now,
        user);
  }

  private void read(String sql, Consumer<Person> reader, Object... parameters) {
    Assembly assembly = new Assembly(roles.all(), reader);
    database.each(
        sql,
        row -> {
          assembly.add(row);
          return null;
        },
        ignored -> {},
        parameters);
    assembly.end();
  }

  @Override
  public void add(User user) {
    database.update(
        "INSERT INTO ivn_user (full_name, user_type, enabled, email, mobile_no, restrict_ip,"
            + " name, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        user.fullName(),
        user.type().label(),
        user.enabled(),
        user.email(),
        user.mobileNo(),
        user.restrictIp(),
        user.name(),
        user.createdAt());
  }

  @Override
  public void update(User user) {
    database.update(
        "UPDATE ivn_user SET full_name = ?, user_type = ?, enabled = ?, email = ?, mobile_no = ?,"
            + " restrict_ip = ? WHERE name = ?",
        user.fullName(),
        user.type().label(),
        user.enabled(),
        user.email(),
        user.mobileNo(),
        user.restrictIp(),
        user.name());
  }

  @Override
  public void remove(String name) {
    database.update("DELETE FROM ivn_user WHERE name = ?", name);
  }

  @Override
  public void grant(String user, String role) {
    database.update(
        "INSERT INTO ivn_user_role (user_name, role_name) SELECT u.name, r.name"
            + " FROM ivn_user u, ivn_role r WHERE u.name = ? AND r.name = ? AND NOT EXISTS"
            + " (SELECT 1 FROM ivn_user_role g"
            + " WHERE g.user_name = u.name AND g.role_name = r.name)",
        user,
        role);
  }

  @Override
  public void revoke(String user, String role) {
    database.update("DELETE FROM ivn_user_role WHERE user_name = ? AND role_name = ?", user, role);
  }

  /** Puts the rows of one user together. */
  private static final class Assembly {
    private final List<Role> allRoles;
    private final Consumer<Person> reader;
    private final List<Role> granted = new ArrayList<>();
    private User user;
    private boolean enrolled;
    private boolean recoverable;
    private Instant exemptUntil;
    private Instant requiredSince;

    Assembly(List<Role> allRoles, Consumer<Person> reader) {
      this.allRoles = allRoles;
      this.reader = reader;
    }

    void add(ResultSet row) throws SQLException {
      if (user == null || !user.name().equals(row.getString("name"))) {
        end();
        user = user(row);
        enrolled = row.getBoolean("enrolled");
        recoverable = row.getBoolean("recoverable");
        exemptUntil = Database.instant(row, "exempt_until");
        requiredSince = Database.instant(row, "required_since");
      }
      if (row.getString("role_name") != null) {
        granted.add(SqlRoles.read(row));
      }
    }

    void end() {
      if (user == null) {
        return;
      }
      for (Role role : allRoles) {
        if (BuiltInRole.named(role.name())
            .filter(automatic -> automatic.comesTo(user))
            .isPresent()) {
          granted.add(role);
        }
      }
      reader.accept(new Person(user, granted, enrolled, recoverable, exemptUntil, requiredSince));
      granted.clear();
      user = null;
    }

    private static User user(ResultSet row) throws SQLException {
      boolean system = row.getString("user_type").equals(UserType.SYSTEM_USER.label());
      return new User(
          row.getString("name"),
          row.getString("full_name"),
          system ? UserType.SYSTEM_USER : UserType.WEBSITE_USER,
          row.getBoolean("enabled"),
          row.getString("email"),
          row.getString("mobile_no"),
          row.getString("restrict_ip"),
          Database.instant(row, "created_at"));
    }
  }
}
