package com.ivendnext.ivn.login;

import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.SessionStore.Session;
import com.ivendnext.ivn.twofactor.Store;
import com.ivendnext.ivn.twofactor.User;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who is logged in. A session ends when it is not used for {@code session_expiry}, a week after it
 * began, by logging out, and when the password is changed, the user disabled or the second factor
 * reset.
 */
public final class Sessions {
  private static final Duration LONGEST = Duration.ofDays(7);

  /** So seldom is written that a session is in use. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private final Store store;
  private final Values settings;
  private final Clock clock;
  private final Supplier<SecureRandom> random;

  public Sessions(Store store, Values settings, Clock clock, Supplier<SecureRandom> random) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Begins a session.
   *
   * @param user who has just logged in
   * @return what the client is to hold, a secret
   */
  public String begin(String user) {
    TmpId id = TmpId.generate(random.get());
    Instant now = clock.instant();
    store.write(
        () -> {
          store.sessions().purge(now.minus(LONGEST), now.minus(idle()));
          store.sessions().add(new Session(id.hash(), user, now, now));
          return null;
        });
    return id.text();
  }

  /**
   * Whose session it is, if it lives.
   *
   * @param id what the client holds; may be null
   */
  public Optional<User> user(String id) {
    if (id == null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<Session> session =
        store.sessions().find(TmpId.of(id).hash()).filter(found -> lives(found, now));
    Optional<User> user =
        session
            .flatMap(found -> store.users().find(found.user()))
            .map(person -> person.user())
            .filter(User::enabled);
    if (user.isPresent() && session.get().seenAt().plus(NOTED_EVERY).isBefore(now)) {
      note(session.get(), now);
    }
    return user;
  }

  private boolean lives(Session session, Instant now) {
    return now.isBefore(session.beganAt().plus(LONGEST))
        && now.isBefore(session.seenAt().plus(idle()));
  }

  private void note(Session session, Instant now) {
    store.write(
        () -> {
          store.sessions().seen(session.idHash(), now);
          return null;
        });
  }

  /** Ends a session, if it lives; {@code id} may be null. */
  public void end(String id) {
    Optional<User> user = user(id);
    if (user.isPresent()) {
      store.write(
          () -> {
            if (store.sessions().remove(TmpId.of(id).hash())) {
              store.record(Event.of("logout", user.get().name()));
            }
            return null;
          });
    }
  }

  private Duration idle() {
    String[] parts = settings.get(Settings.SESSION_EXPIRY).strip().split(":");
    return Duration.ofHours(Integer.parseInt(parts[0])).plusMinutes(Integer.parseInt(parts[1]));
  }
}
