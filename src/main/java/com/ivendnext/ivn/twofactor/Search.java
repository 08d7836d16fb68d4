package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.otp.Hotp;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.twofactor.Authenticator.Kind;
import com.ivendnext.ivn.twofactor.Authenticator.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Looks for codes far from where they are expected; for administrators only. */
final class Search {
  private static final Duration FAR = Duration.ofHours(24);

  /** Codes of a hardware token that may have been shown and not used. */
  private static final int FAR_AHEAD = 100;

  private final AuthenticatorStore store;
  private final Instant now;

  Search(AuthenticatorStore store, Instant now) {
    this.store = store;
    this.now = now;
  }

  /**
   * The user's authenticators that are neither ended nor throttled now.
   *
   * @throws Failure rejected: there is none, or wrong codes ended it; try later: all are throttled
   */
  List<Authenticator> open(String user) {
    List<Authenticator> open = new ArrayList<>();
    List<Authenticator> closed = new ArrayList<>();
    for (Authenticator held : store.of(user)) {
      boolean shut = held.state() == State.DISABLED || held.lockedAt(now);
      (shut ? closed : open).add(held);
    }
    if (open.isEmpty()) {
      throw none(user, closed);
    }
    return open;
  }

  private static Failure none(String user, List<Authenticator> closed) {
    if (closed.isEmpty()) {
      return Failure.rejected(user + " has no authenticator")
          .hint("ivn user enroll " + ShellWord.of(user) + " makes one");
    }
    Instant until = null;
    for (Authenticator throttled : closed) {
      if (throttled.state() != State.DISABLED
          && (until == null || throttled.lockedUntil().isBefore(until))) {
        until = throttled.lockedUntil();
      }
    }
    String unlock = "ivn user unlock " + ShellWord.of(user);
    return until == null
        ? Failure.rejected(Throttle.LIMIT + " wrong codes in a row ended " + closed.get(0).label())
            .hint(unlock + " lets it count again")
        : Failure.tryLater("too many wrong codes, the next is looked at after " + until)
            .hint(unlock + " clears that")
            .detail("until", until);
  }

  /** Moving factors, many more than a {@link com.ivendnext.ivn.otp.Window} may hold. */
  private record Stretch(long from, long to) {}

  /** All moving factors within a day, or 100 counters ahead. */
  private Stretch far(Authenticator authenticator) {
    if (authenticator.kind() == Kind.HOTP) {
      long next = authenticator.lastFactor() + 1;
      return new Stretch(next, next + FAR_AHEAD);
    }
    long steps = FAR.toSeconds() / authenticator.period();
    long step = authenticator.totp().step(now);
    return new Stretch(Math.max(0, step - steps), step + steps);
  }

  /** The moving factor of {@code code} that is nearest to what is expected now. */
  OptionalLong nearest(Authenticator authenticator, String code) {
    if (authenticator.digits() != code.length()) {
      return OptionalLong.empty();
    }
    SharedSecret secret = store.secret(authenticator);
    Hotp.Generator generator = authenticator.hotp().generator(secret);
    long expected = expected(authenticator);
    long best = -1;
    Stretch far = far(authenticator);
    for (long factor = far.from(); factor <= far.to(); factor++) {
      boolean nearer = best < 0 || Math.abs(factor - expected) < Math.abs(best - expected);
      best = generator.matches(code, factor) && nearer ? factor : best;
    }
    return best < 0 ? OptionalLong.empty() : OptionalLong.of(best);
  }

  /** The moving factor after which {@code second} follows {@code first}, nearest to now. */
  OptionalLong consecutive(Authenticator authenticator, String first, String second) {
    SharedSecret secret = store.secret(authenticator);
    Hotp.Generator generator = authenticator.hotp().generator(secret);
    long expected = expected(authenticator);
    long best = -1;
    Stretch far = far(authenticator);
    for (long factor = far.from(); factor < far.to(); factor++) {
      boolean fits = generator.matches(first, factor) && generator.matches(second, factor + 1);
      boolean nearer = best < 0 || Math.abs(factor - expected) < Math.abs(best - expected);
      best = fits && nearer ? factor : best;
    }
    return best < 0 ? OptionalLong.empty() : OptionalLong.of(best + 1);
  }

  private long expected(Authenticator authenticator) {
    return authenticator.kind() == Kind.HOTP
        ? authenticator.lastFactor() + 1
        : authenticator.totp().step(now) + authenticator.drift();
  }
}
