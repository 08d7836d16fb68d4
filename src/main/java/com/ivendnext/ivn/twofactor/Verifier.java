package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.otp.TypedCode;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.Authenticator.State;
import com.ivendnext.ivn.twofactor.Verification.Reason;
import java.time.Clock;
import java.time.Instant;
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
   * Checks what {@code typedUser} typed, a code or a recovery code; a right one is consumed, a
   * wrong one counts.
   *
   * @throws com.ivendnext.ivn.Failure (data, try later) when the store cannot be asked: never an
   *     acceptance
   */
  public Verification verify(String typedUser, String typed) {
    String user = UserName.canonical(typedUser);
    Optional<String> code = TypedCode.read(typed);
    Optional<RecoveryCode> recoveryCode = RecoveryCode.read(typed);
    Optional<RecoveryCode> imported = RecoveryCode.readImported(typed);
    boolean known = code.isPresent() || recoveryCode.isPresent();
    if (!known && (imported.isEmpty() || store.recoveryCodes().count(user).left() == 0)) {
      return Verification.of(user, Reason.MALFORMED);
    }
    return store.write(
        () -> {
          Verification verification =
              refusal(user)
                  .orElseGet(
                      () ->
                          recoveryCode.isPresent()
                              ? recover(user, recoveryCode.get())
                              : imported.isPresent()
                                  ? checkImported(user, imported.get(), code)
                                  : check(user, code.get()));
          store.record(event(verification));
          return verification;
        });
  }

  private Optional<Verification> refusal(String user) {
    Optional<Person> person = store.users().find(user);
    if (person.isEmpty()) {
      return Optional.of(Verification.of(user, Reason.UNKNOWN_USER));
    }
    return person.get().user().enabled()
        ? Optional.empty()
        : Optional.of(Verification.of(user, Reason.USER_DISABLED));
  }

  private Verification check(String user, String code) {
    Instant now = clock.instant();
    Optional<Verification> sent = OutOfBand.accept(store, user, code, now);
    if (sent.isPresent()) {
      return sent.get();
    }
    Verification held =
        new CodeCheck(store.authenticators(), settings.get(Settings.OTP_WINDOW_STEPS), now)
            .run(user, State.ACTIVE, code);
    if (held.accepted()) {
      return held;
    }
    Optional<Verification> wrong = OutOfBand.countWrong(store, user, now);
    return held.reason() == Reason.NOT_ENROLLED ? wrong.orElse(held) : held;
  }

  /**
   * Not throttled: 120 bits are beyond guessing, and this is the way in when codes are throttled.
   */
  private Verification recover(String user, RecoveryCode code) {
    boolean good = store.recoveryCodes().consume(user, code, clock.instant());
    return good
        ? Verification.byRecoveryCode(user, store.recoveryCodes().count(user).left())
        : Verification.of(user, Reason.WRONG);
  }

  private Verification checkImported(String user, RecoveryCode imported, Optional<String> code) {
    return new ImportedCodeCheck(store, clock.instant())
        .run(
            user,
            imported,
            () ->
                code.map(digits -> check(user, digits))
                    .orElse(Verification.of(user, Reason.MALFORMED)));
  }

  private static Event event(Verification verification) {
    return Event.of("otp.verify", verification.user())
        .outcome(verification.accepted() ? "ok" : verification.reason().word())
        .detail(verification.how());
  }
}
