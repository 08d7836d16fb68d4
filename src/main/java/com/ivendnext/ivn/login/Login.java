package com.ivendnext.ivn.login;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.settings.Method;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.AddressList;
import com.ivendnext.ivn.twofactor.Confirmation;
import com.ivendnext.ivn.twofactor.Decision;
import com.ivendnext.ivn.twofactor.DeliveryChannel;
import com.ivendnext.ivn.twofactor.EnrollmentLink;
import com.ivendnext.ivn.twofactor.LinkByMail;
import com.ivendnext.ivn.twofactor.LoginContext;
import com.ivendnext.ivn.twofactor.Notice;
import com.ivendnext.ivn.twofactor.OutOfBand;
import com.ivendnext.ivn.twofactor.PendingLoginStore.PendingLogin;
import com.ivendnext.ivn.twofactor.Person;
import com.ivendnext.ivn.twofactor.Policy;
import com.ivendnext.ivn.twofactor.Store;
import com.ivendnext.ivn.twofactor.User;
import com.ivendnext.ivn.twofactor.Verification;
import com.ivendnext.ivn.twofactor.Verifier;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/** Password, then code. The password is kept nowhere in between. */
public final class Login {
  private static final Duration LIFE_FOR_APP = Duration.ofSeconds(180);
  private static final Duration LIFE_FOR_SENT = Duration.ofSeconds(300);

  private static final String LINK_SENT =
      "Please check your registered email address for instructions on how to proceed."
          + " Do not close this window as you will have to return to it.";

  private final Store store;
  private final Values settings;
  private final Clock clock;
  private final Supplier<SecureRandom> random;

  public Login(Store store, Values settings, Clock clock, Supplier<SecureRandom> random) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    this.random = random;
  }

  /** What follows the password. */
  public enum Status {
    LOGGED_IN,
    OTP_REQUIRED,
    /** A second factor is needed and none is enrolled. */
    ENROLLMENT_REQUIRED
  }

  /**
   * Where a login stands.
   *
   * @param tmpId to finish with; null once logged in
   * @param method how the code comes; null once logged in
   * @param destination where the code, or the link to an app's QR code, was sent, masked; null
   *     where nothing was sent
   * @param expiresAt until when to finish; null once logged in
   * @param prompt what to tell somebody who was sent a link, in Frappe's words; or null
   */
  public record Outcome(
      Status status,
      String user,
      String tmpId,
      Method method,
      String destination,
      Instant expiresAt,
      String prompt) {}

  /**
   * The password step.
   *
   * @param channels how letters leave, by method
   * @throws Failure rejected: user or password is wrong, or this address is not allowed; try later:
   *     too many were wrong; refused or delivery: the code could not be sent
   */
  public Outcome start(
      String user,
      char[] password,
      LoginContext login,
      Function<Method, DeliveryChannel> channels) {
    Person person =
        new Passwords(store, settings, clock, random)
            .check(user, password)
            .orElseThrow(
                () ->
                    Failure.rejected("user or password is wrong").detail("reason", "credentials"));
    Decision decision = Policy.decide(settings, person, login);
    checkAddress(person, login, decision.required());
    if (!decision.required()) {
      return loggedIn(person.user().name());
    }
    Method method = person.enrolled() ? Method.OTP_APP : settings.get(Settings.TWO_FACTOR_METHOD);
    return method == Method.OTP_APP
        ? awaitApp(person, login, channels)
        : awaitSent(person, login, method, channels.apply(method));
  }

  private void checkAddress(Person person, LoginContext login, boolean secondFactor) {
    String allowed = person.user().restrictIp();
    boolean excused =
        secondFactor && settings.get(Settings.BYPASS_RESTRICT_IP_CHECK_IF_2FA_ENABLED);
    if (allowed != null && !excused && !AddressList.contains(allowed, login.address())) {
      throw Failure.rejected("logging in is not allowed from this address")
          .detail("reason", "address");
    }
  }

  private Outcome loggedIn(String user) {
    store.write(
        () -> {
          store.record(Event.of("login", user));
          return null;
        });
    return new Outcome(Status.LOGGED_IN, user, null, null, null, null, null);
  }

  private Outcome awaitApp(
      Person person, LoginContext login, Function<Method, DeliveryChannel> channels) {
    if (!person.enrolled()) {
      return awaitEnrollment(person.user(), login, channels.apply(Method.EMAIL));
    }
    String user = person.user().name();
    Instant expires = clock.instant().plus(LIFE_FOR_APP);
    String tmpId = remember(user, login, expires);
    return new Outcome(Status.OTP_REQUIRED, user, tmpId, Method.OTP_APP, null, expires, null);
  }

  /** With a link in the mailbox, where that can be; there is as much time as for a sent code. */
  private Outcome awaitEnrollment(User user, LoginContext login, DeliveryChannel mail) {
    EnrollmentLink links = new EnrollmentLink(store, settings, clock, random);
    LinkByMail.Waiting sent =
        new LinkByMail(store, settings, links, mail).sendUnlessLive(user).orElse(null);
    Instant expires = clock.instant().plus(sent == null ? LIFE_FOR_APP : LIFE_FOR_SENT);
    return new Outcome(
        Status.ENROLLMENT_REQUIRED,
        user.name(),
        remember(user.name(), login, expires),
        Method.OTP_APP,
        sent == null ? null : sent.destination(),
        expires,
        sent == null ? null : LINK_SENT);
  }

  private Outcome awaitSent(
      Person person, LoginContext login, Method method, DeliveryChannel channel) {
    OutOfBand.Sent sent =
        new OutOfBand(store, settings, clock, random).send(person.user().name(), method, channel);
    Instant expires = clock.instant().plus(LIFE_FOR_SENT);
    return new Outcome(
        Status.OTP_REQUIRED,
        sent.user(),
        remember(sent.user(), login, expires),
        method,
        sent.destination(),
        expires,
        null);
  }

  private String remember(String user, LoginContext login, Instant expires) {
    TmpId id = TmpId.generate(random.get());
    PendingLogin pending = new PendingLogin(id.hash(), user, login.address(), expires);
    store.write(
        () -> {
          store.pendingLogins().add(pending, clock.instant());
          return null;
        });
    return id.text();
  }

  /**
   * The code step; for a user who has enrolled nothing yet, the code proves the pending
   * authenticator. Whoever proved it elsewhere meanwhile gives the next code.
   *
   * @param channels how letters leave, by method
   * @throws Failure rejected: the login is unknown, expired, or from another address, or the code
   *     is not accepted; try later: too many codes were wrong
   */
  public Outcome finish(
      String tmpId, String code, LoginContext login, Function<Method, DeliveryChannel> channels) {
    String hash = TmpId.of(tmpId).hash();
    PendingLogin pending =
        store
            .pendingLogins()
            .find(hash)
            .filter(found -> clock.instant().isBefore(found.expiresAt()))
            .filter(found -> Objects.equals(found.address(), login.address()))
            .orElseThrow(Login::expired);
    Verification good = verify(pending.user(), code).orFail();
    if (!store.write(() -> store.pendingLogins().remove(hash))) {
      throw expired();
    }
    Outcome outcome = loggedIn(pending.user());
    new Notice(store, settings, channels.apply(Method.EMAIL)).after(good);
    return outcome;
  }

  private Verification verify(String user, String code) {
    boolean enrolled = store.users().find(user).map(Person::hasWayIn).orElse(false);
    boolean app = settings.get(Settings.TWO_FACTOR_METHOD) == Method.OTP_APP;
    return enrolled || !app
        ? new Verifier(store, settings, clock).verify(user, code)
        : new Confirmation(store, settings, clock).confirm(user, code);
  }

  private static Failure expired() {
    return Failure.rejected("the login has expired or is unknown")
        .hint("begin with the password")
        .detail("reason", "expired");
  }
}
