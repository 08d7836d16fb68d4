package com.ivendnext.ivn.twofactor;

import java.util.List;

/**
 * A user with what decides about a second factor.
 *
 * @param roles granted and automatic ones, by name
 * @param enrolled whether the user has an active authenticator
 */
public record Person(User user, List<Role> roles, boolean enrolled) {
  public Person {
    roles = List.copyOf(roles);
  }

  public boolean has(String role) {
    for (Role held : roles) {
      if (held.name().equals(role)) {
        return true;
      }
    }
    return false;
  }

  /** Whether this is somebody who administers the site. */
  public boolean administrator() {
    return has(BuiltInRole.ADMINISTRATOR.label()) || has(BuiltInRole.SYSTEM_MANAGER.label());
  }
}
