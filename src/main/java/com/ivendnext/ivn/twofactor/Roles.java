package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.settings.Closest;
import java.util.List;
import java.util.Optional;

/** The roles of a site and which of them ask for a second factor. */
public final class Roles {
  private final Store store;

  public Roles(Store store) {
    this.store = store;
  }

  /**
   * A role as people look at it.
   *
   * @param comesBy who has it without a grant; null where it is granted
   * @param grants how many users it is granted to
   */
  public record Summary(
      String name, boolean twoFactor, boolean builtIn, String comesBy, long grants) {}

  /** All roles by name. */
  public List<Summary> summaries() {
    return store.roles().all().stream().map(this::summary).toList();
  }

  /**
   * @throws Failure (not found) where there is no such role
   */
  public Summary summary(String name) {
    return summary(find(name));
  }

  private Summary summary(Role role) {
    Optional<BuiltInRole> builtIn = BuiltInRole.named(role.name());
    return new Summary(
        role.name(),
        role.twoFactor(),
        builtIn.isPresent(),
        builtIn.map(BuiltInRole::automatic).orElse(null),
        store.roles().grants(role.name()));
  }

  /**
   * The role of that name.
   *
   * @throws Failure (not found) where there is none
   */
  public Role find(String name) {
    return store.roles().find(name).orElseThrow(() -> unknown(name));
  }

  /**
   * Adds a role, not ticked.
   *
   * @throws Failure usage: not a name; refused: it exists, in this or another case, as MariaDB
   *     compares
   */
  public Role add(String typed) {
    String name = Names.text(typed, "role name");
    return store.write(
        () -> {
          for (Role other : store.roles().all()) {
            if (other.name().equalsIgnoreCase(name)) {
              throw Failure.refused("role " + other.name() + " exists already");
            }
          }
          Role role = new Role(name, false);
          store.roles().add(role);
          store.record(Event.of("role.add", name));
          return role;
        });
  }

  /**
   * Removes a role and every grant of it.
   *
   * @throws Failure not found; refused: a built-in role
   */
  public Role remove(String name) {
    return store.write(
        () -> {
          removable(name);
          Role role = find(name);
          store.roles().remove(name);
          store.record(Event.of("role.remove", name));
          return role;
        });
  }

  /**
   * A role that {@link #remove} would remove.
   *
   * @throws Failure as that
   */
  public Summary removable(String name) {
    Summary summary = summary(name);
    if (summary.builtIn()) {
      throw Failure.refused("role " + name + " is built in and stays");
    }
    return summary;
  }

  /**
   * Ticks a role, so that its users need a second factor, or unticks it.
   *
   * @return whether that is a change
   * @throws Failure not found; refused: Guest, who cannot log in
   */
  public boolean tick(String name, boolean twoFactor) {
    return store.write(
        () -> {
          Role role = find(name);
          if (twoFactor && name.equals(BuiltInRole.GUEST.label())) {
            throw Failure.refused(
                "role Guest cannot ask for a second factor: a guest never logs in");
          }
          if (role.twoFactor() == twoFactor) {
            return false;
          }
          store.roles().update(new Role(name, twoFactor));
          store.record(Event.of(twoFactor ? "role.enable-2fa" : "role.disable-2fa", name));
          return true;
        });
  }

  private Failure unknown(String name) {
    Failure failure = Failure.notFound("there is no role " + Names.shortened(name));
    String closest = Closest.to(name, store.roles().all().stream().map(Role::name).toList());
    return failure.hint(
        closest == null ? "ivn role list shows the roles" : "did you mean " + closest + "?");
  }
}
