package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.twofactor.UserName;
import com.ivendnext.ivn.twofactor.UserType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the tables of a Frappe site say of its people. Tables come in any order, so it is known only
 * once all were read.
 */
final class FrappeTables {
  static final String USER = "tabUser";
  static final String HAS_ROLE = "tabHas Role";
  static final String ROLE = "tabRole";
  static final String DEFAULT_VALUE = "tabDefaultValue";
  static final String AUTH = "__Auth";

  /** Whatever is read of a site. */
  static final Map<String, Set<String>> WANTED =
      Map.of(
          USER,
          Set.of("name", "enabled", "email", "full_name", "mobile_no", "user_type", "restrict_ip"),
          HAS_ROLE,
          Set.of("role", "parent", "parenttype"),
          ROLE,
          Set.of("name", "two_factor_auth"),
          DEFAULT_VALUE,
          Set.of("parent", "defkey", "defvalue"),
          AUTH,
          Set.of("doctype", "name", "fieldname", "password"));

  static final String SECRETS = "__2fa";

  /** Where secrets stood, not encrypted, before 2022. */
  static final String OLD_SECRETS = "__default";

  static final String SECRET_KEY = "_otpsecret";
  static final String PROVEN_KEY = "_otplogin";

  private static final String VISITOR = "guest";

  private final Map<String, Map<String, String>> users = new LinkedHashMap<>();
  private final Map<String, List<String>> roles = new HashMap<>();
  private final Map<String, String> passwords = new HashMap<>();
  private final Map<String, FrappeSecret> secrets = new LinkedHashMap<>();
  private final Map<String, String> proven = new HashMap<>();
  private final Set<String> ticked = new TreeSet<>();

  /** Takes a row of one of the {@link #WANTED} tables. */
  void take(String table, Map<String, String> row) {
    switch (table) {
      case USER -> users.put(canonical(row.get("name")), row);
      case HAS_ROLE -> takeGrant(row);
      case ROLE -> takeRole(row);
      case DEFAULT_VALUE -> takeDefault(row);
      default -> takePassword(row);
    }
  }

  private static String canonical(String name) {
    return name == null ? "" : UserName.canonical(name);
  }

  private void takeGrant(Map<String, String> row) {
    if ("User".equals(row.get("parenttype")) && row.get("role") != null) {
      roles
          .computeIfAbsent(canonical(row.get("parent")), user -> new ArrayList<>())
          .add(row.get("role"));
    }
  }

  private void takeRole(Map<String, String> row) {
    if ("1".equals(row.get("two_factor_auth")) && row.get("name") != null) {
      ticked.add(row.get("name"));
    }
  }

  private void takePassword(Map<String, String> row) {
    if ("User".equals(row.get("doctype")) && "password".equals(row.get("fieldname"))) {
      passwords.put(canonical(row.get("name")), row.get("password"));
    }
  }

  private void takeDefault(Map<String, String> row) {
    String parent = row.get("parent");
    String key = row.get("defkey");
    String value = row.get("defvalue");
    boolean sealed = SECRETS.equals(parent);
    if (key == null || value == null || !sealed && !OLD_SECRETS.equals(parent)) {
      return;
    }
    if (key.endsWith(PROVEN_KEY)) {
      proven.put(parent + user(key, PROVEN_KEY), value);
    } else if (key.endsWith(SECRET_KEY) && !value.isEmpty()) {
      FrappeSecret secret = new FrappeSecret(value, sealed);
      secrets.merge(user(key, SECRET_KEY), secret, (one, other) -> one.sealed() ? one : other);
    }
  }

  private static String user(String key, String ending) {
    return canonical(key.substring(0, key.length() - ending.length()));
  }

  /** Whom it is about: everybody, or where there is no table of users whoever has a secret. */
  Collection<String> people() {
    Set<String> people = users.isEmpty() ? secrets.keySet() : users.keySet();
    return people.stream().filter(user -> !user.equals(VISITOR)).toList();
  }

  /** Roles of which the site asks for a second factor, sorted. */
  Set<String> ticked() {
    return ticked;
  }

  /** Secrets of people who are not there. */
  long orphans() {
    return users.isEmpty()
        ? 0
        : secrets.keySet().stream().filter(user -> !users.containsKey(user)).count();
  }

  /** The secret of somebody, or null. */
  FrappeSecret secret(String user) {
    return secrets.get(user);
  }

  /** Whether the secret of {@code user} has been used to log in. */
  boolean proven(String user) {
    String parent = secrets.get(user).sealed() ? SECRETS : OLD_SECRETS;
    return "1".equals(proven.get(parent + user));
  }

  /**
   * Somebody, but for the secret.
   *
   * @throws Failure data, where the user is of a type that there is not here
   */
  Entry.Builder entry(Row row, String user) {
    Map<String, String> held = users.getOrDefault(user, Map.of());
    Entry.Builder entry = Entry.at(row).user(user).fullName(held.get("full_name"));
    entry.email(held.get("email")).mobileNo(held.get("mobile_no"));
    entry.restrictIp(held.get("restrict_ip"));
    entry.passwordHash(passwords.get(user));
    roles.getOrDefault(user, List.of()).forEach(entry::role);
    return held.isEmpty()
        ? entry
        : entry.enabled("1".equals(held.get("enabled"))).type(type(user, held.get("user_type")));
  }

  private static UserType type(String user, String text) {
    for (UserType type : UserType.values()) {
      if (type.label().equals(text)) {
        return type;
      }
    }
    throw Failure.data(Shown.of(user) + " is neither a System User nor a Website User");
  }
}
