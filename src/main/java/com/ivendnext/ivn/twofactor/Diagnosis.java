package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.otp.TypedCode;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.Authenticator.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Tells an administrator what is wrong with a code, without ever accepting it. Each question counts
 * as a wrong code, so that asking is no way to guess.
 */
public final class Diagnosis {
  private final Store store;
  private final Values settings;
  private final Clock clock;

  public Diagnosis(Store store, Values settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  /** What a code is; of several that fit, the first here is the one to believe. */
  public enum Verdict {
    /** It would be accepted. */
    RIGHT_NOW,
    /** It would be, had it not been accepted before, or a later one. */
    USED,
    /** It is right at another time, before a code that was accepted already. */
    PASSED,
    /** It is right at another time: the clock of the authenticator is slow or fast. */
    OFF,
    /** It is none of this user's codes within a day, or within 100 of a hardware token. */
    UNKNOWN
  }

  /**
   * What was found.
   *
   * @param enabled whether the user can log in at all
   * @param authenticator the label; null where the code is unknown
   * @param pending whether that authenticator still waits for its first code
   * @param offset seconds that the authenticator's clock is ahead (behind: negative), or codes that
   *     a hardware token is ahead
   * @param counted whether {@code offset} counts codes
   */
  public record Finding(
      String user,
      boolean enabled,
      Verdict verdict,
      String authenticator,
      boolean pending,
      long offset,
      boolean counted) {}

  /**
   * Looks for the code within a day of now.
   *
   * @throws Failure not found: no such user; rejected: malformed, or nothing is enrolled; try
   *     later: throttled
   */
  public Finding diagnose(String typedUser, String typedCode) {
    String code =
        TypedCode.read(typedCode)
            .orElseThrow(
                () ->
                    Failure.rejected("the code is malformed")
                        .hint("a code is 6 to 8 digits, 0 to 9"));
    return store.write(
        () -> {
          User user = new Accounts(store, clock).find(typedUser).user();
          Finding finding = look(user, code);
          store.record(
              Event.of("otp.diagnose", user.name())
                  .outcome(finding.verdict().name().toLowerCase(Locale.ROOT))
                  .detail(finding.authenticator()));
          return finding;
        });
  }

  private Finding look(User user, String code) {
    Instant now = clock.instant();
    Search search = new Search(store.authenticators(), now);
    Finding best = new Finding(user.name(), user.enabled(), Verdict.UNKNOWN, null, false, 0, false);
    for (Authenticator authenticator : search.open(user.name())) {
      OptionalLong factor = search.nearest(authenticator, code);
      if (factor.isPresent()) {
        Finding found = finding(user, authenticator, factor.getAsLong());
        best = found.verdict().compareTo(best.verdict()) < 0 ? found : best;
      }
      store.authenticators().update(authenticator.failed(now));
    }
    return best;
  }

  private Finding finding(User user, Authenticator authenticator, long factor) {
    Instant now = clock.instant();
    boolean counted = authenticator.kind() == Kind.HOTP;
    long expected = counted ? authenticator.lastFactor() + 1 : authenticator.totp().step(now);
    long unit = counted ? 1 : authenticator.period();
    return new Finding(
        user.name(),
        user.enabled(),
        verdict(authenticator, factor, now),
        authenticator.label(),
        authenticator.state() == Authenticator.State.PENDING,
        (factor - expected) * unit,
        counted);
  }

  private Verdict verdict(Authenticator authenticator, long factor, Instant now) {
    var window = authenticator.window(now, settings.get(Settings.OTP_WINDOW_STEPS));
    boolean inReach = factor >= window.from() && factor <= window.to();
    if (factor <= authenticator.lastFactor()) {
      return inReach ? Verdict.USED : Verdict.PASSED;
    }
    return inReach ? Verdict.RIGHT_NOW : Verdict.OFF;
  }
}
