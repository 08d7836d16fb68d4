package com.ivendnext.ivn.login;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.crypto.PasswordHash;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.Accounts;
import com.ivendnext.ivn.twofactor.PasswordStore.Entry;
import com.ivendnext.ivn.twofactor.Person;
import com.ivendnext.ivn.twofactor.Store;
import com.ivendnext.ivn.twofactor.UserName;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** The password step. Its lock has nothing to do with the throttling of codes. */
public final class Passwords {
  private static final int SHORTEST = 8;
  private static final int LONGEST = 1024;
  private static final int GENERATED = 20;
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz123456789";

  private final Store store;
  private final Values settings;
  private final Clock clock;
  private final Supplier<SecureRandom> random;

  public Passwords(Store store, Values settings, Clock clock, Supplier<SecureRandom> random) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Sets a user's password, which logs the user out everywhere.
   *
   * @param password 8 to 1,024 characters
   * @throws Failure usage: the length; not found: no such user
   */
  public void set(String typedUser, char[] password) {
    if (password.length < SHORTEST || password.length > LONGEST) {
      throw Failure.usage("a password has 8 to 1024 characters");
    }
    String user = new Accounts(store, clock).find(typedUser).user().name();
    PasswordHash hash = PasswordHash.of(password, random.get());
    store.write(
        () -> {
          store.passwords().set(user, hash, clock.instant());
          store.pendingLogins().removeOf(user);
          store.sessions().removeOf(user);
          store.record(Event.of("user.set-password", user));
          return null;
        });
  }

  /** A password that nobody has to remember: 100 random bits. */
  public String generate() {
    StringBuilder password = new StringBuilder(GENERATED);
    for (int i = 0; i < GENERATED; i++) {
      password.append(LETTERS.charAt(random.get().nextInt(LETTERS.length())));
    }
    return password.toString();
  }

  /**
   * Whoever {@code typedUser} names, if the password is right and the user may log in.
   *
   * <p>Unknown users and wrong passwords get the same answer after the same work.
   *
   * @throws Failure (try later) when too many were wrong
   */
  public Optional<Person> check(String typedUser, char[] password) {
    String user = UserName.canonical(typedUser);
    Optional<Entry> entry = attempt(user);
    boolean right = entry.map(Entry::hash).orElseGet(this::nobody).matches(password);
    if (!right || entry.isEmpty()) {
      return Optional.empty();
    }
    PasswordHash renewed =
        entry.get().hash().outdated() ? PasswordHash.of(password, random.get()) : null;
    return store.write(() -> succeed(entry.get(), renewed));
  }

  /** Counts an attempt before it is made, so that many at once are no more than one by one. */
  private Optional<Entry> attempt(String user) {
    int allowed = settings.get(Settings.ALLOW_CONSECUTIVE_LOGIN_ATTEMPTS);
    int lockSeconds = settings.get(Settings.ALLOW_LOGIN_AFTER_FAIL);
    Instant now = clock.instant();
    return store.write(
        () -> {
          Optional<Entry> found = store.passwords().find(user);
          if (found.isEmpty()) {
            store.record(Event.of("login.password", user).outcome("unknown_user"));
            return found;
          }
          Entry entry = found.get();
          if (entry.lockedAt(now)) {
            throw locked(entry.lockedUntil());
          }
          int failures = entry.lockedUntil() == null ? entry.failures() + 1 : 1;
          Instant until = failures >= allowed ? now.plusSeconds(lockSeconds) : null;
          store.passwords().update(new Entry(user, entry.hash(), failures, until));
          store.record(Event.of("login.password", user).outcome("attempt"));
          return found;
        });
  }

  private Optional<Person> succeed(Entry entry, PasswordHash renewed) {
    if (renewed == null) {
      store.passwords().update(new Entry(entry.user(), entry.hash(), 0, null));
    } else {
      store.passwords().set(entry.user(), renewed, clock.instant());
    }
    store.record(Event.of("login.password", entry.user()));
    return store.users().find(entry.user()).filter(person -> person.user().enabled());
  }

  static Failure locked(Instant until) {
    return Failure.tryLater("too many wrong passwords, the next is looked at after " + until)
        .hint("ivn user unlock clears that")
        .detail("until", until);
  }

  /** A hash that no password fits, and that takes as long to find out. */
  private PasswordHash nobody() {
    return new PasswordHash(PasswordHash.ROUNDS, new byte[16], new byte[32]);
  }
}
