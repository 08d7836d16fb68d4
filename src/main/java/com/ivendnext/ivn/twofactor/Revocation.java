package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.Authenticator.State;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Ends one authenticator of a user. */
public final class Revocation {
  private final Store store;
  private final Values settings;
  private final Clock clock;

  public Revocation(Store store, Values settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Removes the authenticator that {@code name}, a label or an id, names.
   *
   * @param force also when it is the last one that the user needs
   * @throws Failure not found: no such user or authenticator; refused: the label is ambiguous, or
   *     the user could not log in any more
   */
  public Authenticator revoke(String typedUser, String name, boolean force) {
    Safeguard safeguard = new Safeguard(store, LoginContext.interactive(clock.instant()));
    return safeguard.protect(
        settings,
        force,
        () -> {
          Person person = new Accounts(store, clock).find(typedUser);
          List<Authenticator> held = store.authenticators().of(person.user().name());
          Authenticator chosen = choose(person.user(), held, name);
          if (!force && leavesNone(person, held, chosen)) {
            throw Failure.refused(
                    chosen.label()
                        + " is the last authenticator of "
                        + chosen.user()
                        + ", who needs one")
                .hint(
                    "ivn user enroll "
                        + ShellWord.of(chosen.user())
                        + " --replace makes a successor first; --force revokes it now");
          }
          store.authenticators().remove(chosen);
          store.record(Event.of("user.revoke-authenticator", chosen.user()).detail(chosen.label()));
          return chosen;
        });
  }

  private static Authenticator choose(User user, List<Authenticator> held, String name) {
    List<Authenticator> fitting = new ArrayList<>();
    for (Authenticator authenticator : held) {
      if (authenticator.label().equals(name) || authenticator.id().equals(name)) {
        fitting.add(authenticator);
      }
    }
    if (fitting.isEmpty()) {
      throw Failure.notFound(user.name() + " has no authenticator named " + name)
          .hint("ivn user authenticators " + ShellWord.of(user.name()) + " lists them");
    }
    if (fitting.size() > 1) {
      throw Failure.refused(
              user.name() + " has " + fitting.size() + " authenticators named " + name)
          .hint("name one by its id: ivn user authenticators " + user.name() + " shows it");
    }
    return fitting.get(0);
  }

  private boolean leavesNone(Person person, List<Authenticator> held, Authenticator chosen) {
    boolean last = chosen.state() == State.ACTIVE;
    for (Authenticator other : held) {
      last &= other.state() != State.ACTIVE || other.id().equals(chosen.id());
    }
    return last
        && Policy.decide(settings, person.withoutLeave(), LoginContext.interactive(clock.instant()))
            .required();
  }
}
