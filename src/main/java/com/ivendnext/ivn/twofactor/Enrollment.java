package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.otp.HashAlgorithm;
import com.ivendnext.ivn.otp.KeyUri;
import com.ivendnext.ivn.otp.Label;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.otp.Totp;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.Authenticator.Kind;
import com.ivendnext.ivn.twofactor.Authenticator.State;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Binds authenticators to users; pending until {@link Confirmation}. */
public final class Enrollment {
  /** The label of an authenticator that nobody named. */
  public static final String USUAL_LABEL = "app";

  /** What every app understands. */
  private static final Totp USUAL = new Totp(HashAlgorithm.SHA1, 6, 30);

  private final Store store;
  private final Values settings;
  private final Clock clock;
  private final Supplier<SecureRandom> random;

  public Enrollment(Store store, Values settings, Clock clock, Supplier<SecureRandom> random) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    this.random = random;
  }

  /**
   * What is wanted.
   *
   * @param secret the user's own shared secret, or null for a new one
   * @param replace whether the active authenticator of that label ends when this one is proven
   * @param counter the next counter of a hardware token; 0 for an app
   */
  public record Request(
      String user, String label, SharedSecret secret, boolean replace, Kind kind, long counter) {

    /**
     * @throws Failure (usage) when the label is none, a hardware token has no secret or a negative
     *     counter, or an app has a counter
     */
    public Request {
      label = Names.text(label, "label");
      if (kind == Kind.HOTP && secret == null) {
        throw Failure.usage("a hardware token has a secret of its own")
            .hint("--secret-file FILE names the file that holds it");
      }
      if (counter < 0) {
        throw Failure.usage("a counter starts at 0 or above");
      }
      if (kind == Kind.TOTP && counter != 0) {
        throw Failure.usage("an app follows the time and has no counter")
            .hint("--type hotp enrolls a hardware token");
      }
    }

    /** An app that follows the time. */
    public static Request app(String user, String label, SharedSecret secret, boolean replace) {
      return new Request(user, label, secret, replace, Kind.TOTP, 0);
    }
  }

  /**
   * What to show the user.
   *
   * @param uri holds the secret: for the user's eyes only
   * @param again whether it was offered before and not confirmed yet
   */
  public record Offer(Authenticator authenticator, KeyUri uri, boolean again) {

    /** What an administrator should know about this authenticator. */
    public List<String> warnings() {
      List<String> warnings = new ArrayList<>();
      if (authenticator.weak()) {
        warnings.add("the secret has less than 128 bits; RFC 4226 asks for more");
      }
      if (authenticator.kind() == Kind.TOTP && !authenticator.totp().equals(USUAL)) {
        warnings.add(
            "some apps ignore all but SHA1, 6 digits and 30 seconds: try it before you rely on it");
      }
      return warnings;
    }
  }

  /**
   * A pending authenticator for the user: a new one, or the one that is pending already.
   *
   * @throws Failure not found: no such user; refused: the label is taken by an active
   *     authenticator, or the secret is in use
   */
  public Offer begin(Request request) {
    return store.write(
        () -> {
          Person person = new Accounts(store, clock).find(request.user());
          List<Authenticator> held = store.authenticators().of(person.user().name());
          Optional<Authenticator> pending = labelled(held, request.label(), State.PENDING);
          if (pending.isPresent()) {
            return offerAgain(pending.get(), request);
          }
          return offerNew(person.user(), request, held);
        });
  }

  private Offer offerAgain(Authenticator pending, Request request) {
    SharedSecret secret = store.authenticators().secret(pending);
    if (request.secret() != null && !request.secret().equals(secret)) {
      throw Failure.refused(
              "authenticator "
                  + pending.label()
                  + " of "
                  + pending.user()
                  + " is pending with another secret")
          .hint(
              "ivn user revoke-authenticator "
                  + ShellWord.of(pending.user())
                  + " "
                  + pending.id()
                  + " ends it");
    }
    return new Offer(pending, uri(pending, secret), true);
  }

  private Offer offerNew(User user, Request request, List<Authenticator> held) {
    Optional<Authenticator> active = labelled(held, request.label(), State.ACTIVE);
    if (active.isPresent() && !request.replace()) {
      throw Failure.refused(
              user.name() + " has an active authenticator named " + request.label() + " already")
          .hint("--replace makes its successor, --label NAME adds another one");
    }
    SharedSecret secret =
        request.secret() == null ? SharedSecret.generate(random.get()) : request.secret();
    refuseSecretInUse(secret, held);
    removeEnded(held, request.label());
    Authenticator added = authenticator(user, request, secret, active);
    store.authenticators().add(added, secret);
    store.record(Event.of("user.enroll", user.name()).detail(added.label()));
    return new Offer(added, uri(added, secret), false);
  }

  /** Two authenticators with one secret would accept one code twice. */
  private void refuseSecretInUse(SharedSecret secret, List<Authenticator> held) {
    for (Authenticator other : held) {
      if (store.authenticators().secret(other).equals(secret)) {
        throw Failure.refused(
            "this secret is the one of authenticator " + other.label() + " of " + other.user());
      }
    }
  }

  /** A label whose authenticator was disabled by guessing is free for a new one. */
  private void removeEnded(List<Authenticator> held, String label) {
    labelled(held, label, State.DISABLED).ifPresent(store.authenticators()::remove);
  }

  private Authenticator authenticator(
      User user, Request request, SharedSecret secret, Optional<Authenticator> replaced) {
    return new Authenticator(
        RowId.next(random.get()),
        user.name(),
        request.label(),
        State.PENDING,
        request.kind(),
        settings.get(Settings.OTP_ALGORITHM),
        settings.get(Settings.OTP_DIGITS),
        request.kind() == Kind.TOTP ? settings.get(Settings.OTP_PERIOD) : 0,
        secret.isWeak(),
        request.counter() - 1,
        0,
        0,
        null,
        replaced.map(Authenticator::id).orElse(null),
        clock.instant(),
        null,
        null);
  }

  /** What an app scans to hold the secret of {@code authenticator}. */
  KeyUri uri(Authenticator authenticator, SharedSecret secret) {
    String issuer = settings.get(Settings.OTP_ISSUER_NAME);
    Label label = new Label(issuer, authenticator.user());
    return authenticator.kind() == Kind.TOTP
        ? KeyUri.totp(label, secret, authenticator.totp())
        : KeyUri.hotp(label, secret, authenticator.hotp(), authenticator.lastFactor() + 1);
  }

  private static Optional<Authenticator> labelled(
      List<Authenticator> held, String label, State state) {
    for (Authenticator authenticator : held) {
      if (authenticator.label().equals(label) && authenticator.state() == state) {
        return Optional.of(authenticator);
      }
    }
    return Optional.empty();
  }
}
