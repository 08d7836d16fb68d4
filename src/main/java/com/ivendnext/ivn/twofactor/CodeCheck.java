package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.otp.Window;
import com.ivendnext.ivn.twofactor.Authenticator.State;
import com.ivendnext.ivn.twofactor.Verification.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * One code against a user's authenticators of one state; to be used inside a write transaction.
 *
 * <p>A right code is consumed (RFC 6238 section 5.2). A wrong or used one counts as a failure of
 * every authenticator it was compared with. A throttled authenticator is not compared, so that
 * waiting costs nothing and guessing finds nothing.
 */
final class CodeCheck {
  private final AuthenticatorStore store;
  private final int windowSteps;
  private final Instant now;
  private final List<Authenticator> compared = new ArrayList<>();
  private Authenticator accepted;
  private Authenticator replayed;
  private Instant lockedUntil;

  /**
   * @param windowSteps time steps accepted either side of now
   */
  CodeCheck(AuthenticatorStore store, int windowSteps, Instant now) {
    this.store = store;
    this.windowSteps = windowSteps;
    this.now = now;
  }

  /**
   * @param code digits only, see {@link com.ivendnext.ivn.otp.TypedCode}
   */
  Verification run(String user, State state, String code) {
    boolean any = false;
    boolean ended = false;
    for (Authenticator authenticator : store.of(user)) {
      ended |= authenticator.state() == State.DISABLED;
      if (authenticator.state() == state) {
        any = true;
        compare(authenticator, code);
      }
    }
    return any
        ? conclude(user)
        : Verification.of(user, ended ? Reason.DISABLED : Reason.NOT_ENROLLED);
  }

  private void compare(Authenticator authenticator, String code) {
    if (authenticator.lockedAt(now)) {
      lockedUntil = earlier(lockedUntil, authenticator.lockedUntil());
    } else if (authenticator.digits() == code.length()) {
      compared.add(authenticator);
      OptionalLong factor = match(authenticator, code);
      if (factor.isPresent()) {
        take(authenticator, factor.getAsLong());
      }
    }
  }

  private OptionalLong match(Authenticator authenticator, String code) {
    SharedSecret secret = store.secret(authenticator);
    Window window = authenticator.window(now, windowSteps);
    return window.match(authenticator.hotp(), secret, code);
  }

  private void take(Authenticator authenticator, long factor) {
    int drift = Drift.after(authenticator, factor, now);
    if (accepted == null && store.consume(authenticator, factor, drift, now)) {
      accepted = authenticator;
    } else {
      replayed = authenticator;
    }
  }

  private Verification conclude(String user) {
    if (accepted != null) {
      forgiveOthers();
      return Verification.by(user, accepted);
    }
    if (compared.isEmpty()) {
      return lockedUntil == null
          ? Verification.of(user, Reason.MALFORMED)
          : Verification.throttled(user, lockedUntil);
    }
    for (Authenticator authenticator : compared) {
      store.update(authenticator.failed(now));
    }
    Reason reason = replayed == null ? Reason.WRONG : Reason.REPLAYED;
    return new Verification(user, reason, replayed, null, null, null);
  }

  /** The guesses were aimed at the user, and the user has just proven to be there. */
  private void forgiveOthers() {
    for (Authenticator authenticator : compared) {
      if (!authenticator.id().equals(accepted.id()) && authenticator.failures() > 0) {
        store.update(authenticator.withoutFailures());
      }
    }
  }

  private static Instant earlier(Instant known, Instant other) {
    return known == null || other.isBefore(known) ? other : known;
  }
}
