package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.settings.Values;
import java.util.List;
import java.util.function.Supplier;

/**
 * Sees to it that no command takes the last administrator's way in: where one could log in before,
 * one can log in afterwards. That is asked twice: for good, when every exemption and grace period
 * has ended, and for now.
 *
 * <p>A site that nobody but the Administrator uses, who has never enrolled, is still being set up:
 * there the switch simply works. That one administrator stays enabled holds there too.
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
          List<Person> then = store.users().administrators();
          boolean beingSetUp = store.users().onlyAdministrator() && !then.get(0).hasWayIn();
          T result = change.get();
          List<Person> now = store.users().administrators();
          boolean noneIsEnabled = firstEnabled(then) != null && firstEnabled(now) == null;
          if (noneIsEnabled || !beingSetUp && noneGetsIn(before, then, after, now)) {
            override(force, then, now);
          }
          return result;
        });
  }

  private boolean noneGetsIn(Values before, List<Person> then, Values after, List<Person> now) {
    return forGood(before, then) && !forGood(after, now)
        || today(before, then) && !today(after, now);
  }

  private boolean forGood(Values settings, List<Person> people) {
    return today(settings, people.stream().map(Person::withoutLeave).toList());
  }

  private boolean today(Values settings, List<Person> people) {
    for (Person person : people) {
      if (person.user().enabled()
          && (person.hasWayIn()
              || Reach.reaches(settings, person.user())
              || !Policy.decide(settings, person, login).required())) {
        return true;
      }
    }
    return false;
  }

  private void override(boolean force, List<Person> then, List<Person> now) {
    if (!force) {
      throw Failure.refused("this would shut every administrator out").hint(remedy(then, now));
    }
    store.record(Event.of("safeguard.override", UserName.ADMINISTRATOR));
  }

  private static String remedy(List<Person> then, List<Person> now) {
    Person enabled = firstEnabled(now);
    if (enabled == null) {
      return "another administrator must be able to log in first: ivn user enable "
          + UserName.ADMINISTRATOR;
    }
    String name = enabled.user().name();
    String word = ShellWord.of(name);
    boolean succeeds = false;
    for (Person before : then) {
      succeeds |= before.enrolled() && before.user().name().equals(name);
    }
    return "ivn user enroll "
        + word
        + (succeeds ? " --replace" : "")
        + " and ivn user confirm "
        + word
        + " CODE keep one in; --force does it all the same";
  }

  private static Person firstEnabled(List<Person> administrators) {
    for (Person person : administrators) {
      if (person.user().enabled()) {
        return person;
      }
    }
    return null;
  }
}
