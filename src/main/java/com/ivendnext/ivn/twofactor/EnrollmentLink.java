package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.otp.KeyUri;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.Authenticator.Kind;
import com.ivendnext.ivn.twofactor.Authenticator.State;
import com.ivendnext.ivn.twofactor.EnrollmentLinkStore.Link;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Links to a page that shows a pending authenticator to its user, for {@code lifespan_qrcode_image}
 * seconds or until a code proves it. Whoever holds the link gets the secret; only a hash of its key
 * is stored.
 */
public final class EnrollmentLink {
  private final Store store;
  private final Values settings;
  private final Clock clock;
  private final Supplier<SecureRandom> random;

  public EnrollmentLink(Store store, Values settings, Clock clock, Supplier<SecureRandom> random) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    this.random = random;
  }

  /**
   * A new link.
   *
   * @param url as secret as the secret that it leads to
   * @param before the user's link that this one ended; or null
   */
  public record Issued(Enrollment.Offer offer, String url, Link link, Link before) {
    @Override
    public String toString() {
      return "Issued[hidden]";
    }
  }

  /**
   * What the page shows; holds the secret.
   *
   * @param remaining how long the link still lives
   */
  public record Opened(User user, KeyUri uri, Instant expiresAt, Duration remaining) {}

  /**
   * A link to what {@link Enrollment#begin} makes of {@code request}; an older link of the user
   * ends.
   *
   * @throws Failure as that; refused: host_name is not set, or it would lead to a hardware token
   */
  public Issued issue(Enrollment.Request request) {
    String page = page();
    LinkKey key = LinkKey.generate(random.get());
    return store.write(
        () -> {
          Enrollment.Offer offer = enrollment().begin(request);
          Authenticator pending = offer.authenticator();
          if (pending.kind() == Kind.HOTP) {
            throw Failure.refused("a link leads to an app, not to a hardware token")
                .hint("without --email, ivn user enroll takes the secret of a hardware token");
          }
          Link before = store.enrollmentLinks().of(pending.user()).orElse(null);
          Instant now = clock.instant();
          Instant end = now.plusSeconds(settings.get(Settings.LIFESPAN_QRCODE_IMAGE));
          Link link = new Link(key.hash(), pending.user(), pending.id(), now, end);
          store.enrollmentLinks().put(link);
          record("issue", pending, "ok");
          return new Issued(offer, page + "?k=" + key.text(), link, before);
        });
  }

  /** The same, or nothing while a link of the user lives. */
  Optional<Issued> issueUnlessLive(Enrollment.Request request) {
    return store.write(
        () -> live(request.user()).isPresent() ? Optional.empty() : Optional.of(issue(request)));
  }

  /** The user's link, while it lives. */
  Optional<Link> live(String user) {
    return store.enrollmentLinks().of(user).filter(link -> reach(link).isPresent());
  }

  /** Undoes {@link #issue}, since the link could not be handed over. */
  void withdraw(Issued issued) {
    store.write(
        () -> {
          boolean last = store.enrollmentLinks().remove(issued.link().keyHash());
          Optional<Authenticator> made = pending(issued.link());
          if (!issued.offer().again()) {
            made.ifPresent(store.authenticators()::remove);
          }
          if (last && issued.before() != null && reach(issued.before()).isPresent()) {
            store.enrollmentLinks().put(issued.before());
          }
          record("issue", issued.offer().authenticator(), "not_sent");
          return null;
        });
  }

  /**
   * What the page of that link shows; nothing where the key is unknown or its link has expired, was
   * used or revoked.
   */
  public Optional<Opened> open(String key) {
    if (find(key).isEmpty()) {
      return Optional.empty(); // strangers cost no write
    }
    return store.write(
        () -> {
          Optional<Link> link = find(key);
          return link.flatMap(this::reach).map(held -> open(link.get(), held));
        });
  }

  private Opened open(Link link, Authenticator pending) {
    record("open", pending, "ok");
    return new Opened(
        store.users().find(link.user()).orElseThrow().user(),
        enrollment().uri(pending, store.authenticators().secret(pending)),
        link.expiresAt(),
        Duration.between(clock.instant(), link.expiresAt()));
  }

  /**
   * Proves the authenticator by its first code, as {@link Confirmation}; nothing where {@link
   * #open} shows nothing.
   */
  public Optional<Verification> confirm(String key, String code) {
    if (find(key).isEmpty()) {
      return Optional.empty();
    }
    Confirmation confirmation = new Confirmation(store, settings, clock);
    return store.write(
        () -> find(key).flatMap(this::reach).map(held -> confirmation.confirm(held.user(), code)));
  }

  private Optional<Link> find(String key) {
    return key == null ? Optional.empty() : store.enrollmentLinks().find(new LinkKey(key).hash());
  }

  /** What the link leads to, while link, authenticator and user allow it. */
  private Optional<Authenticator> reach(Link link) {
    boolean allowed =
        link.liveAt(clock.instant())
            && store.users().find(link.user()).filter(who -> who.user().enabled()).isPresent();
    return allowed ? pending(link) : Optional.empty();
  }

  private Optional<Authenticator> pending(Link link) {
    for (Authenticator held : store.authenticators().of(link.user())) {
      if (held.id().equals(link.authenticator()) && held.state() == State.PENDING) {
        return Optional.of(held);
      }
    }
    return Optional.empty();
  }

  private Enrollment enrollment() {
    return new Enrollment(store, settings, clock, random);
  }

  private void record(String deed, Authenticator authenticator, String outcome) {
    store.record(
        Event.of("enrollment-link." + deed, authenticator.user())
            .outcome(outcome)
            .detail(authenticator.label()));
  }

  /**
   * The address of the page, without a key.
   *
   * @throws Failure (refused) where host_name is not set
   */
  String page() {
    String host = settings.get(Settings.HOST_NAME);
    if (host == null) {
      throw Failure.refused("no link can be made: host_name is not set")
          .hint("ivn set-config host_name https://SITE names the site as browsers reach it");
    }
    String base = host.contains("://") ? host : "https://" + host;
    return (base.endsWith("/") ? base : base + "/") + "qrcode";
  }
}
