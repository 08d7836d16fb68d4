package com.ivendnext.ivn.provision;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.provision.Change.Field;
import com.ivendnext.ivn.provision.Change.Kind;
import com.ivendnext.ivn.provision.Change.Sign;
import com.ivendnext.ivn.settings.Setting;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.twofactor.BuiltInRole;
import com.ivendnext.ivn.twofactor.UserName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares what is to be with what is; pure. */
final class Planner {
  private final State desired;
  private final boolean prune;
  private final Instant now;
  private final List<Change> changes = new ArrayList<>();

  /**
   * @param prune whether what a section of the file does not name is removed
   */
  Planner(State desired, boolean prune, Instant now) {
    this.desired = desired;
    this.prune = prune;
    this.now = now;
  }

  /**
   * The plan.
   *
   * @throws Failure (data) when a secret is to stay that is not there
   */
  Plan plan(Current current) {
    if (desired.settings() != null) {
      settings(current.settings());
    }
    if (desired.roles() != null) {
      roles(current.roles());
    }
    if (desired.users() != null) {
      users(current);
    }
    return new Plan(changes);
  }

  private void settings(Map<String, Object> current) {
    Map<String, Object> all = new TreeMap<>(current);
    desired.settings().forEach(all::putIfAbsent);
    for (String key : all.keySet()) {
      if (desired.settings().containsKey(key)) {
        setting(key, current.get(key), desired.settings().get(key));
      } else if (prune) {
        setting(key, current.get(key), null);
      }
    }
  }

  private void setting(String key, Object before, Object after) {
    boolean secret = Settings.find(key).map(Setting::secret).orElse(true);
    if (State.CENSORED.equals(after)) {
      if (before == null) {
        throw Failure.data("/settings/" + key + ": there is no stored secret that could stay")
            .hint("write it into the file, or set it first with ivn set-config " + key);
      }
    } else if (!Objects.equals(before, after)) {
      Sign sign = after == null ? Sign.REMOVE : before == null ? Sign.ADD : Sign.CHANGE;
      add(sign, Kind.SETTING, key, List.of(new Field("value", before, after, secret)));
    }
  }

  private void roles(Map<String, Map<String, Object>> current) {
    Set<String> all = new TreeSet<>(current.keySet());
    all.addAll(desired.roles().keySet());
    Set<String> needed = granted();
    for (String role : all) {
      Map<String, Object> after = desired.roles().get(role);
      if (after != null) {
        role(role, current.get(role), after);
      } else if (prune && !needed.contains(role) && BuiltInRole.named(role).isEmpty()) {
        add(Sign.REMOVE, Kind.ROLE, role, List.of());
      }
    }
  }

  private void role(String role, Map<String, Object> before, Map<String, Object> after) {
    boolean isNew = before == null;
    boolean was = !isNew && Boolean.TRUE.equals(before.get(State.TWO_FACTOR));
    boolean is = Boolean.TRUE.equals(after.getOrDefault(State.TWO_FACTOR, was));
    if (isNew || was != is) {
      Field field = new Field(State.TWO_FACTOR, isNew ? null : was, is, false);
      add(isNew ? Sign.ADD : Sign.CHANGE, Kind.ROLE, role, List.of(field));
    }
  }

  /** The roles that users of the file are granted: they stay. */
  private Set<String> granted() {
    Set<String> granted = new TreeSet<>();
    if (desired.users() != null) {
      for (Map<String, Object> user : desired.users().values()) {
        granted.addAll(UserFields.roles(user.getOrDefault(UserFields.ROLES, List.of())));
      }
    }
    return granted;
  }

  private void users(Current current) {
    Set<String> unseen = new TreeSet<>(desired.users().keySet());
    List<Change> found = new ArrayList<>();
    current.users(
        (name, fields) -> {
          unseen.remove(name);
          Map<String, Object> wanted = desired.users().get(name);
          if (wanted != null) {
            List<Field> different = differences(fields, wanted, false);
            if (!different.isEmpty()) {
              found.add(new Change(Sign.CHANGE, Kind.USER, name, different));
            }
          } else if (prune && !name.equals(UserName.ADMINISTRATOR)) {
            found.add(new Change(Sign.REMOVE, Kind.USER, name, List.of()));
          }
        });
    for (String name : unseen) {
      List<Field> fields = differences(Map.of(), desired.users().get(name), true);
      changes.add(new Change(Sign.ADD, Kind.USER, name, fields));
    }
    changes.addAll(found);
  }

  private List<Field> differences(
      Map<String, Object> before, Map<String, Object> wanted, boolean isNew) {
    List<Field> fields = new ArrayList<>();
    wanted.forEach(
        (name, value) -> {
          Object after = name.equals(UserFields.EXEMPTION) ? live(value) : value;
          boolean differs = !Objects.equals(before.get(name), after);
          boolean empties = isNew && name.equals(UserFields.EMAIL); // else it would be the name
          boolean never = name.equals(UserFields.AUTHENTICATOR) && Boolean.FALSE.equals(after);
          if ((differs || empties) && !never) {
            fields.add(new Field(name, before.get(name), after, false));
          }
        });
    return fields;
  }

  /** An exemption that has ended is none. */
  private Object live(Object exemption) {
    boolean ended =
        exemption instanceof Map<?, ?> given
            && !Instant.parse((String) given.get(UserFields.UNTIL)).isAfter(now);
    return ended ? null : exemption;
  }

  private void add(Sign sign, Kind kind, String name, List<Field> fields) {
    changes.add(new Change(sign, kind, name, fields));
  }
}
