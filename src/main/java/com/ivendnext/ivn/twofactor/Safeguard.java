package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.settings.Values;
import java.util.function.Supplier;

/**
 * Sees to it that no command takes the last administrator's way in: where one could log in before,
 * one can log in afterwards.
 *
 * <p>Leave that ends by itself, an exemption or a grace period, is no way in here. A site that
 * nobody but the Administrator uses is still being set up: there the switch simply works.
 */
public final class Safeguard {
  private final Store store;
  private final LoginContext login;

  public Safeguard(Store store, LoginContext login) {
    this.store = store;
    this.login = login;
  }

  /** As {@link #protect(Values, Values, boolean, Supplier)} where no setting changes. */
  public <T> T protect(Values settings, boolean force, Supplier<T> change) {
    return protect(settings, settings, force, change);
  }

  /**
   * Makes a change of the store, of the settings, or of both, as one transaction.
   *
   * @param before the settings in force
   * @param after the settings to be
   * @param force makes it whatever follows; that is recorded
   * @throws Failure (refused) when the change would shut every administrator out; nothing of it
   *     remains
   */
  public <T> T protect(Values before, Values after, boolean force, Supplier<T> change) {
    return store.write(
        () -> {
          boolean could = someoneGetsIn(before);
          T result = change.get();
          if (could && !someoneGetsIn(after) && !store.users().onlyAdministrator()) {
            override(force);
          }
          return result;
        });
  }

  private void override(boolean force) {
    if (!force) {
      throw Failure.refused("this would shut every administrator out")
          .hint(
              "ivn user enroll "
                  + UserName.ADMINISTRATOR
                  + " and ivn user confirm "
                  + UserName.ADMINISTRATOR
                  + " CODE keep one in; --force does it all the same");
    }
    store.record(Event.of("safeguard.override", UserName.ADMINISTRATOR));
  }

  private boolean someoneGetsIn(Values settings) {
    for (Person person : store.users().administrators()) {
      if (getsIn(settings, person)) {
        return true;
      }
    }
    return false;
  }

  private boolean getsIn(Values settings, Person person) {
    boolean needsNothing = !Policy.decide(settings, person.withoutLeave(), login).required();
    return person.user().enabled() && (needsNothing || person.hasWayIn());
  }
}
