package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.Authenticator.State;
import com.ivendnext.ivn.twofactor.PasswordStore.Entry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gets somebody back in: ends all that a user holds, or clears what throttles the user. */
public final class Reset {
  private final Store store;
  private final Values settings;
  private final Clock clock;

  public Reset(Store store, Values settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * How to reset.
   *
   * @param reason why; kept in the audit log
   * @param keepRecovery whether recovery codes stay
   * @param force also where no administrator could log in afterwards
   */
  public record Order(String reason, boolean keepRecovery, boolean force) {}

  /**
   * What was ended.
   *
   * @param authenticators how many
   * @param recoveryCodes how many unused ones
   */
  public record Ended(String user, int authenticators, int recoveryCodes) {}

  /**
   * What was cleared.
   *
   * @param cleared what was throttled or locked: labels of authenticators, password, methods
   */
  public record Cleared(String user, List<String> cleared, int failures) {}

  /**
   * Ends the authenticators and recovery codes of each of these users; they enroll anew.
   *
   * @throws Failure not found: no such user; usage: no reason; refused: no administrator could log
   *     in afterwards. Nothing was changed then
   */
  public List<Ended> reset(List<String> typedUsers, Order order) {
    String reason = Names.text(order.reason(), "reason");
    Safeguard safeguard = new Safeguard(store, LoginContext.interactive(clock.instant()));
    return safeguard.protect(
        settings,
        order.force(),
        () -> {
          List<Ended> ended = new ArrayList<>();
          for (String typed : typedUsers) {
            String user = new Accounts(store, clock).find(typed).user().name();
            ended.add(end(user, order.keepRecovery()));
            store.record(Event.of("user.reset-2fa", user).reason(reason));
          }
          return ended;
        });
  }

  private Ended end(String user, boolean keepRecovery) {
    List<Authenticator> held = store.authenticators().of(user);
    held.forEach(store.authenticators()::remove);
    int codes = keepRecovery ? 0 : store.recoveryCodes().count(user).left();
    store.challenges().remove(user);
    store.pendingLogins().removeOf(user);
    store.sessions().removeOf(user);
    if (!keepRecovery) {
      store.recoveryCodes().replace(user, List.of(), clock.instant());
    }
    return new Ended(user, held.size(), codes);
  }

  /**
   * Lets a user try again at once, also with an authenticator that too many wrong codes ended.
   *
   * @throws Failure (not found) where there is no such user
   */
  public Cleared unlock(String typedUser) {
    return store.write(
        () -> {
          String user = new Accounts(store, clock).find(typedUser).user().name();
          List<String> cleared = new ArrayList<>();
          int failures = 0;
          for (Authenticator held : store.authenticators().of(user)) {
            if (held.failures() > 0 || held.state() == State.DISABLED) {
              store.authenticators().update(held.unlocked());
              cleared.add(held.label());
              failures += held.failures();
            }
          }
          failures += unlockPassword(user, cleared) + unlockChallenges(user, cleared);
          store.record(Event.of("user.unlock", user).detail(String.join(", ", cleared)));
          return new Cleared(user, cleared, failures);
        });
  }

  private int unlockPassword(String user, List<String> cleared) {
    Optional<Entry> entry = store.passwords().find(user).filter(found -> found.failures() > 0);
    entry.ifPresent(
        found -> {
          store.passwords().update(new Entry(user, found.hash(), 0, null));
          cleared.add("password");
        });
    return entry.map(Entry::failures).orElse(0);
  }

  private int unlockChallenges(String user, List<String> cleared) {
    int failures = 0;
    for (Challenge challenge : store.challenges().of(user)) {
      if (challenge.failures() > 0) {
        store.challenges().update(challenge.unlocked());
        cleared.add(challenge.method().label());
        failures += challenge.failures();
      }
    }
    return failures;
  }
}
