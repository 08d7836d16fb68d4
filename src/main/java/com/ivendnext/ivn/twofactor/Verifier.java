package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.otp.TypedCode;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.Authenticator.State;
import com.ivendnext.ivn.twofactor.Verification.Reason;
import java.time.Clock;
import java.util.Optional;

/** Says whether a code is good, and makes sure that it is good once. */
public final class Verifier {
  private final Store store;
  private final Values settings;
  private final Clock clock;

  public Verifier(Store store, Values settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Checks what {@code typedUser} typed; a right code is consumed, a wrong one counts.
   *
   * @throws com.ivendnext.ivn.Failure (data, try later) when the store cannot be asked: never an
   *     acceptance
   */
  public Verification verify(String typedUser, String typedCode) {
    String user = UserName.canonical(typedUser);
    Optional<String> code = TypedCode.read(typedCode);
    if (code.isEmpty()) {
      return Verification.of(user, Reason.MALFORMED);
    }
    return store.write(
        () -> {
          Verification verification = check(user, code.get());
          store.record(event(verification));
          return verification;
        });
  }

  private Verification check(String user, String code) {
    Optional<Person> person = store.users().find(user);
    if (person.isEmpty()) {
      return Verification.of(user, Reason.UNKNOWN_USER);
    }
    if (!person.get().user().enabled()) {
      return Verification.of(user, Reason.USER_DISABLED);
    }
    int steps = settings.get(Settings.OTP_WINDOW_STEPS);
    return new CodeCheck(store.authenticators(), steps, clock.instant())
        .run(user, State.ACTIVE, code);
  }

  private static Event event(Verification verification) {
    Authenticator matched = verification.authenticator();
    return Event.of("otp.verify", verification.user())
        .outcome(verification.accepted() ? "ok" : verification.reason().word())
        .detail(matched == null ? null : matched.label());
  }
}
