package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.BuiltInRole;
import com.ivendnext.ivn.twofactor.Impact;
import com.ivendnext.ivn.twofactor.LoginContext;
import com.ivendnext.ivn.twofactor.Person;
import com.ivendnext.ivn.twofactor.Role;
import com.ivendnext.ivn.twofactor.Store;
import com.ivendnext.ivn.twofactor.User;
import com.ivendnext.ivn.twofactor.UserType;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Brings checked entries into the store. Whatever is refused is refused before anything of the
 * entry is written, since a transaction holds many.
 */
final class Merge {
  private final Store store;
  private final Values settings;
  private final LoginContext login;
  private final KeyMerge keys;
  private Map<String, Role> roles = Map.of();

  /** What came of an entry. */
  enum Outcome {
    ADDED,
    UPDATED,
    /** The site had all of it. */
    UNCHANGED,
    /** The site says something else, and stays as it is. */
    SKIPPED
  }

  Merge(Store store, Values settings, LoginContext login, Supplier<SecureRandom> random) {
    this.store = store;
    this.settings = settings;
    this.login = login;
    this.keys = new KeyMerge(store.authenticators(), login.now(), random);
  }

  /** To be called at the beginning of each transaction. */
  void begin() {
    roles = new HashMap<>();
    store.roles().all().forEach(role -> roles.put(role.name(), role));
  }

  /** The roles of the site, by name. */
  Map<String, Role> roles() {
    return roles;
  }

  /** What an entry changes; nothing where the site is to stay as it is. */
  record Change(EntryCheck checked, Person found, User after, KeyMerge.Plan keys) {}

  /**
   * Finds out what an entry changes; writes nothing.
   *
   * @return null where the site says something else and is to stay
   * @throws Failure refused: the site says something else, and the order is to fail then; usage,
   *     data: an authenticator cannot be taken
   */
  Change plan(EntryCheck checked, OnConflict onConflict) {
    Person found = store.users().find(checked.name()).orElse(null);
    List<String> conflicts = new ArrayList<>();
    KeyMerge.Plan plan = keys.plan(checked, found == null, conflicts);
    if (found == null) {
      return new Change(checked, null, newcomer(checked), plan);
    }
    ProfileMerge.conflicts(found.user(), checked, conflicts);
    passwordConflict(checked, conflicts);
    if (!conflicts.isEmpty() && onConflict == OnConflict.SKIP) {
      return null;
    }
    if (!conflicts.isEmpty() && onConflict == OnConflict.FAIL) {
      throw Failure.refused(
          "the site has user " + checked.name() + " with " + String.join(" and ", conflicts));
    }
    return new Change(checked, found, ProfileMerge.merged(found.user(), checked), plan);
  }

  /** Makes a change. */
  Outcome apply(Change change, String format) {
    List<String> done = new ArrayList<>();
    EntryCheck checked = change.checked();
    writeProfile(change.found(), change.after(), done);
    grant(checked, change.found(), done);
    writePassword(checked, done);
    writeRecoveryCodes(checked, done);
    keys.apply(change.keys(), done);
    if (done.isEmpty()) {
      return Outcome.UNCHANGED;
    }
    beginGrace(change.found(), change.after(), checked);
    record(checked.name(), format, done);
    return change.found() == null ? Outcome.ADDED : Outcome.UPDATED;
  }

  private User newcomer(EntryCheck checked) {
    Entry entry = checked.entry();
    return new User(
        checked.name(),
        checked.fullName() == null ? checked.name() : checked.fullName(),
        entry.type() == null ? UserType.SYSTEM_USER : entry.type(),
        entry.enabled() == null || entry.enabled(),
        checked.email() == null ? checked.name() : checked.email(),
        checked.mobileNo(),
        entry.restrictIp(),
        login.now());
  }

  private void passwordConflict(EntryCheck checked, List<String> conflicts) {
    if (checked.hash() != null
        && store
            .passwords()
            .find(checked.name())
            .filter(held -> !held.hash().equals(checked.hash()))
            .isPresent()) {
      conflicts.add("another password");
    }
  }

  private void writeProfile(Person before, User after, List<String> done) {
    if (before == null) {
      store.users().add(after);
      done.add("added");
    } else if (!after.equals(before.user())) {
      store.users().update(after);
      done.add("changed");
    }
  }

  private void grant(EntryCheck checked, Person found, List<String> done) {
    for (String role : checked.roles()) {
      if (!roles.containsKey(role)) {
        Role added = new Role(role, false);
        store.roles().add(added);
        store.record(Event.of("role.add", role));
        roles.put(role, added);
      }
      if (found == null || !found.has(role)) {
        store.users().grant(checked.name(), role);
        done.add("role " + role);
      }
    }
  }

  private void writePassword(EntryCheck checked, List<String> done) {
    if (checked.hash() != null
        && store
            .passwords()
            .find(checked.name())
            .filter(held -> held.hash().equals(checked.hash()))
            .isEmpty()) {
      store.passwords().set(checked.name(), checked.hash(), login.now());
      done.add("password");
    }
  }

  /** Only to whoever never had any: a code that was used once must not come back. */
  private void writeRecoveryCodes(EntryCheck checked, List<String> done) {
    if (!checked.recoveryCodes().isEmpty()
        && store.recoveryCodes().count(checked.name()).total() == 0) {
      store.recoveryCodes().replace(checked.name(), checked.recoveryCodes(), login.now());
      done.add(checked.recoveryCodes().size() + " recovery codes");
    }
  }

  /** Notes when a grace period begins, as for anybody who is added or granted a role by hand. */
  private void beginGrace(Person found, User user, EntryCheck checked) {
    List<Role> held = new ArrayList<>(found == null ? List.of() : found.roles());
    checked.roles().forEach(role -> held.add(roles.get(role)));
    for (BuiltInRole builtIn : BuiltInRole.values()) {
      if (builtIn.comesTo(user) && roles.containsKey(builtIn.label())) {
        held.add(roles.get(builtIn.label()));
      }
    }
    Person before = found == null ? new Person(user, List.of(), false, false, null, null) : found;
    Person now =
        new Person(
            user,
            held,
            before.enrolled(),
            before.recoverable(),
            before.exemptUntil(),
            before.requiredSince());
    Impact impact = new Impact(store, login);
    impact.begin(impact.of(settings, before, now), login.now());
  }

  private void record(String name, String format, List<String> done) {
    String detail = format + ": " + String.join(", ", done);
    store.record(
        Event.of("user.import", name)
            .detail(detail.length() > 500 ? detail.substring(0, 500) + "…" : detail));
  }
}
