package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.settings.Values;
import java.time.Clock;
import java.time.Instant;

/** Gives users leave to log in without a second factor for a while, and takes it back. */
public final class Leave {
  private final Store store;
  private final Values settings;
  private final Clock clock;

  public Leave(Store store, Values settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Exempts a user; an exemption that the user has already is replaced.
   *
   * @throws Failure not found: no such user; usage: see {@link Exemption}
   */
  public Exemption exempt(String typedUser, Instant until, String reason) {
    return store.write(
        () -> {
          String user = new Accounts(store, clock).find(typedUser).user().name();
          Exemption exemption = new Exemption(user, until, reason, clock.instant());
          store.exemptions().put(exemption);
          store.record(
              Event.of("user.exempt", user).detail("until " + until).reason(exemption.reason()));
          return exemption;
        });
  }

  /**
   * Ends a user's exemption now.
   *
   * @return whether there was one
   * @throws Failure (not found) where there is no such user
   */
  public boolean end(String typedUser, boolean force) {
    Safeguard safeguard = new Safeguard(store, LoginContext.interactive(clock.instant()));
    return safeguard.protect(
        settings,
        force,
        () -> {
          String user = new Accounts(store, clock).find(typedUser).user().name();
          boolean ended = store.exemptions().remove(user);
          if (ended) {
            store.record(Event.of("user.exempt", user).outcome("ended"));
          }
          return ended;
        });
  }
}
