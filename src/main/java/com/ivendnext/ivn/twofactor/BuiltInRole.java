package com.ivendnext.ivn.twofactor;

import java.util.Optional;

/** Frappe's own roles. */
public enum BuiltInRole {
  ALL("All", "everybody has it"),
  ADMINISTRATOR("Administrator", "only the Administrator has it"),
  SYSTEM_MANAGER("System Manager", null),
  GUEST("Guest", "only visitors who are not logged in have it"),
  DESK_USER("Desk User", "every System User has it");

  private final String label;
  private final String automatic;

  BuiltInRole(String label, String automatic) {
    this.label = label;
    this.automatic = automatic;
  }

  public String label() {
    return label;
  }

  /** Who has the role without a grant, to stand in a sentence; null where it is granted. */
  public String automatic() {
    return automatic;
  }

  /** Whether {@code user} has this role without a grant. */
  public boolean comesTo(User user) {
    return switch (this) {
      case ALL -> true;
      case ADMINISTRATOR -> user.name().equals(UserName.ADMINISTRATOR);
      case DESK_USER -> user.type() == UserType.SYSTEM_USER;
      case SYSTEM_MANAGER, GUEST -> false;
    };
  }

  public static Optional<BuiltInRole> named(String name) {
    for (BuiltInRole role : values()) {
      if (role.label.equals(name)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
