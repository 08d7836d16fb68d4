package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.twofactor.User;
import java.util.List;
import java.util.Objects;

/** Names, addresses and type of a user whom the site has already. */
final class ProfileMerge {
  private ProfileMerge() {}

  /** What the site would have if the file won; what the file leaves open stays. */
  static User merged(User held, EntryCheck checked) {
    Entry entry = checked.entry();
    return new User(
        held.name(),
        checked.fullName() == null ? held.fullName() : checked.fullName(),
        entry.type() == null ? held.type() : entry.type(),
        entry.enabled() == null ? held.enabled() : entry.enabled(),
        checked.email() == null ? held.email() : checked.email(),
        checked.mobileNo() == null ? held.mobileNo() : checked.mobileNo(),
        entry.restrictIp() == null ? held.restrictIp() : entry.restrictIp(),
        held.createdAt());
  }

  /** Adds the facts in which the two differ; what the site does not know yet is no conflict. */
  static void conflicts(User held, EntryCheck checked, List<String> conflicts) {
    User merged = merged(held, checked);
    boolean unnamed = held.fullName().equals(held.name());
    if (!unnamed && !merged.fullName().equals(held.fullName())) {
      conflicts.add("another full name");
    }
    if (held.email() != null && !Objects.equals(merged.email(), held.email())) {
      conflicts.add("another mailbox");
    }
    if (held.mobileNo() != null && !Objects.equals(merged.mobileNo(), held.mobileNo())) {
      conflicts.add("another number");
    }
    if (held.restrictIp() != null && !merged.restrictIp().equals(held.restrictIp())) {
      conflicts.add("other addresses to log in from");
    }
    if (merged.type() != held.type()) {
      conflicts.add("another type");
    }
    if (merged.enabled() != held.enabled()) {
      conflicts.add(held.enabled() ? "login enabled" : "login disabled");
    }
  }
}
