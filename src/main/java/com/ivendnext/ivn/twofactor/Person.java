package com.ivendnext.ivn.twofactor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A user with what decides about a second factor.
 *
 * @param roles granted and automatic ones
 * @param enrolled whether the user has an active authenticator
 * @param recoverable whether the user has unused recovery codes
 * @param exemptUntil when an exemption ends, or null
 * @param requiredSince when the user first needed a second factor, or null
 */
public record Person(
    User user,
    List<Role> roles,
    boolean enrolled,
    boolean recoverable,
    Instant exemptUntil,
    Instant requiredSince) {
  public Person {
    roles = List.copyOf(roles);
  }

  /** The same without exemption and grace period: what holds when they have ended. */
  Person withoutLeave() {
    return new Person(user, roles, enrolled, recoverable, null, Instant.EPOCH);
  }

  /** The same after {@code changed}, a role, was ticked or unticked. */
  public Person with(Role changed) {
    List<Role> now = new ArrayList<>();
    roles.forEach(role -> now.add(role.name().equals(changed.name()) ? changed : role));
    return new Person(user, now, enrolled, recoverable, exemptUntil, requiredSince);
  }

  /** Whether the user could pass a second factor now. */
  public boolean hasWayIn() {
    return enrolled || recoverable;
  }

  public boolean has(String role) {
    for (Role held : roles) {
      if (held.name().equals(role)) {
        return true;
      }
    }
    return false;
  }

  /** Whether this is somebody who administers the site; nobody does from the website. */
  public boolean administrator() {
    return user.type() == UserType.SYSTEM_USER
        && (has(BuiltInRole.ADMINISTRATOR.label()) || has(BuiltInRole.SYSTEM_MANAGER.label()));
  }
}
