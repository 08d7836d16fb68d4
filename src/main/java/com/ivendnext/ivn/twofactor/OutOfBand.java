package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.otp.HashAlgorithm;
import com.ivendnext.ivn.otp.Hotp;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.otp.Window;
import com.ivendnext.ivn.settings.Method;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.Verification.Reason;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Codes by mail and SMS (NIST SP 800-63B: out-of-band): sends them and checks them. */
public final class OutOfBand {
  private static final Hotp CODES = new Hotp(HashAlgorithm.SHA1, Challenge.DIGITS);

  private final Store store;
  private final Values settings;
  private final Clock clock;
  private final Supplier<SecureRandom> random;

  public OutOfBand(Store store, Values settings, Clock clock, Supplier<SecureRandom> random) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    this.random = random;
  }

  /**
   * What was sent.
   *
   * @param destination where to, masked
   */
  public record Sent(String user, Method method, String destination, Instant expiresAt) {}

  /**
   * Sends the user a new code; the one before is void.
   *
   * @throws Failure not found: no such user; refused: the method cannot reach this user; try later:
   *     a code was sent a moment ago, or too many were wrong; delivery: it was not handed over
   */
  public Sent send(String typedUser, Method method, DeliveryChannel channel) {
    User user = new Accounts(store, clock).find(typedUser).user();
    String to = address(user, method);
    if (channel.missing() != null) {
      throw Failure.refused("codes by " + method.label() + " cannot be sent: " + channel.missing())
          .hint("ivn settings lists what can be set");
    }
    String[] code = {null};
    Challenge sent =
        store.write(
            () -> {
              Challenge challenge = next(user.name(), method);
              code[0] = CODES.code(store.challenges().secret(challenge), challenge.counter());
              store.record(Event.of("otp.send", user.name()).detail(method.label()));
              return challenge;
            });
    channel.deliver(letter(to, method, code[0]));
    return new Sent(user.name(), method, channel.masked(to), sent.expiresAt());
  }

  private static String address(User user, Method method) {
    String to = method == Method.SMS ? user.mobileNo() : user.email();
    if (method == Method.OTP_APP || to == null) {
      throw Failure.refused(
              user.name()
                  + " has no "
                  + (method == Method.SMS ? "number" : "mailbox")
                  + " for "
                  + method.label())
          .hint("ivn user enroll " + ShellWord.of(user.name()) + " enrolls an app instead");
    }
    return to;
  }

  private Challenge next(String user, Method method) {
    Instant now = clock.instant();
    Challenge last = store.challenges().find(user, method).orElseGet(() -> first(user, method));
    if (last.failures() >= Throttle.LIMIT) {
      throw Failure.refused("too many wrong codes: " + method.label() + " has ended for " + user)
          .hint("ivn user unlock " + ShellWord.of(user) + " begins anew");
    }
    Instant free = last.sentAt() == null ? now : last.sentAt().plus(Challenge.COOL_DOWN);
    free = last.lockedAt(now) && last.lockedUntil().isAfter(free) ? last.lockedUntil() : free;
    if (now.isBefore(free)) {
      long seconds = Math.max(1, Duration.between(now, free).toSeconds());
      throw Failure.tryLater("the next code can be sent in " + seconds + " s")
          .detail("until", free)
          .detail("seconds", seconds);
    }
    Challenge next = last.next(now);
    store.challenges().update(next);
    return next;
  }

  private Challenge first(String user, Method method) {
    Challenge first = Challenge.first(user, method);
    store.challenges().add(first, SharedSecret.generate(random.get()));
    return first;
  }

  private Letter letter(String to, Method method, String code) {
    String issuer = settings.get(Settings.OTP_ISSUER_NAME);
    String template = settings.get(Settings.OTP_SMS_TEMPLATE);
    String text =
        method == Method.SMS
            ? template.replace("{{ otp }}", code).replace("{{otp}}", code)
            : "Enter this code to complete your login: "
                + code
                + "\n\nIt is good once, for five minutes. If you did not log in, somebody knows"
                + " your password: change it and tell your administrator.";
    return new Letter(to, "Login code from " + issuer, text);
  }

  /**
   * An acceptance, if {@code code} is the one that was sent and is still good. To be called inside
   * a transaction.
   */
  static Optional<Verification> accept(Store store, String user, String code, Instant now) {
    for (Challenge challenge : store.challenges().of(user)) {
      boolean looksAtIt = challenge.openAt(now) && !challenge.lockedAt(now);
      if (looksAtIt && fits(store, challenge, code) && store.challenges().consume(challenge)) {
        return Optional.of(Verification.by(user, challenge.method()));
      }
    }
    return Optional.empty();
  }

  /**
   * Counts a wrong code against what was sent to the user; nothing where nothing is open. To be
   * called inside a transaction.
   */
  static Optional<Verification> countWrong(Store store, String user, Instant now) {
    Verification refusal = null;
    for (Challenge challenge : store.challenges().of(user)) {
      if (challenge.lockedAt(now)) {
        refusal = Verification.throttled(user, challenge.lockedUntil());
      } else if (challenge.openAt(now)) {
        store.challenges().update(challenge.failed(now));
        refusal = Verification.of(user, Reason.WRONG);
      }
    }
    return Optional.ofNullable(refusal);
  }

  private static boolean fits(Store store, Challenge challenge, String code) {
    Window exactly = new Window(challenge.counter(), challenge.counter());
    return code.length() == Challenge.DIGITS
        && exactly.match(CODES, store.challenges().secret(challenge), code).isPresent();
  }
}
