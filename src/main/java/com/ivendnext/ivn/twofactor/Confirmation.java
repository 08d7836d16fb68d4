package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.otp.TypedCode;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.Authenticator.State;
import com.ivendnext.ivn.twofactor.Verification.Reason;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Makes a pending authenticator active: one code proves that the user holds it. */
public final class Confirmation {
  private final Store store;
  private final Values settings;
  private final Clock clock;

  public Confirmation(Store store, Values settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Checks a code against the user's pending authenticators. The one it fits becomes active, the
   * one it replaces ends; the code is consumed.
   *
   * @throws Failure not found: no such user; rejected: nothing is pending
   */
  public Verification confirm(String typedUser, String typedCode) {
    Optional<String> code = TypedCode.read(typedCode);
    return store.write(
        () -> {
          String user = new Accounts(store, clock).find(typedUser).user().name();
          requirePending(user);
          Verification verification =
              code.isEmpty() ? Verification.of(user, Reason.MALFORMED) : prove(user, code.get());
          record(verification);
          return verification;
        });
  }

  private void requirePending(String user) {
    for (Authenticator authenticator : store.authenticators().of(user)) {
      if (authenticator.state() == State.PENDING) {
        return;
      }
    }
    throw Failure.rejected(user + " has no authenticator that waits for a code")
        .hint("ivn user enroll " + ShellWord.of(user) + " makes one");
  }

  private Verification prove(String user, String code) {
    Instant now = clock.instant();
    Verification verification =
        new CodeCheck(store.authenticators(), settings.get(Settings.OTP_WINDOW_STEPS), now)
            .run(user, State.PENDING, code);
    if (verification.accepted()) {
      activate(verification.authenticator(), now);
    }
    return verification;
  }

  private void activate(Authenticator proven, Instant now) {
    store.authenticators().update(proven.confirmed(now));
    store.enrollmentLinks().removeOf(proven);
    for (Authenticator other : store.authenticators().of(proven.user())) {
      if (other.id().equals(proven.replaces())) {
        store.authenticators().remove(other);
        store.record(
            Event.of("user.revoke-authenticator", other.user())
                .detail(other.label() + ", replaced"));
      }
    }
  }

  private void record(Verification verification) {
    store.record(
        Event.of("user.confirm", verification.user())
            .outcome(verification.accepted() ? "ok" : verification.reason().word())
            .detail(verification.how()));
  }
}
