package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.audit.Event;
import java.time.Clock;

/** What a site starts with: Frappe's roles, of which All asks for a second factor, and one user. */
public final class NewStore {
  private NewStore() {}

  /** Fills an empty store; to be called inside the transaction that makes it. */
  public static void fill(Store store, Clock clock) {
    for (BuiltInRole role : BuiltInRole.values()) {
      store.roles().add(new Role(role.label(), role == BuiltInRole.ALL));
    }
    store
        .users()
        .add(
            new User(
                UserName.ADMINISTRATOR,
                UserName.ADMINISTRATOR,
                UserType.SYSTEM_USER,
                true,
                null,
                null,
                null,
                clock.instant()));
    store.record(Event.of("site.new-store", UserName.ADMINISTRATOR));
  }
}
