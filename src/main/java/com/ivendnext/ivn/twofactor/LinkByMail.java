package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.Authenticator.Kind;
import com.ivendnext.ivn.twofactor.Authenticator.State;
import com.ivendnext.ivn.twofactor.EnrollmentLink.Issued;
import com.ivendnext.ivn.twofactor.EnrollmentLinkStore.Link;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Mails users the link to their pending authenticator: neither link nor secret is seen here. */
public final class LinkByMail {
  private final Store store;
  private final Values settings;
  private final EnrollmentLink links;
  private final DeliveryChannel mail;

  public LinkByMail(Store store, Values settings, EnrollmentLink links, DeliveryChannel mail) {
    this.store = store;
    this.settings = settings;
    this.links = links;
    this.mail = mail;
  }

  /**
   * What was sent.
   *
   * @param destination the mailbox, masked
   * @param expiresAt when the link ends
   * @param warnings what an administrator should know
   */
  public record Sent(
      Authenticator authenticator,
      boolean again,
      String destination,
      Instant expiresAt,
      List<String> warnings) {}

  /** A link that is in the user's mailbox; the mailbox masked. */
  public record Waiting(String destination, Instant expiresAt) {}

  /**
   * Makes what {@code request} asks for and mails the link to it; where that fails nothing is left.
   *
   * @param who the user of the request
   * @throws Failure as {@link EnrollmentLink#issue}; refused: no mailbox, or mail is not set up;
   *     delivery: the mail was not handed over
   */
  public Sent send(User who, Enrollment.Request request) {
    requireMail(who);
    Issued issued = links.issue(request);
    handOver(who, issued);
    return new Sent(
        issued.offer().authenticator(),
        issued.offer().again(),
        mail.masked(who.email()),
        issued.link().expiresAt(),
        warnings(issued));
  }

  /**
   * For whoever logs in and has no authenticator: mails a link unless one lives. Nothing where that
   * is not possible, for whatever reason: somebody with a password and no second factor is not told
   * how the site's mail fares. Nothing either for those whom wrong codes have cost an
   * authenticator: their mailbox must not be a way around it.
   */
  public Optional<Waiting> sendUnlessLive(User who) {
    try {
      requireMail(who);
      Optional<String> label = labelForFirstLogin(who.name());
      if (label.isEmpty()) {
        return Optional.empty();
      }
      links
          .issueUnlessLive(Enrollment.Request.app(who.name(), label.get(), null, false))
          .ifPresent(issued -> handOver(who, issued));
      return links
          .live(who.name())
          .map(Link::expiresAt)
          .map(end -> new Waiting(mail.masked(who.email()), end));
    } catch (Failure notSent) {
      return Optional.empty(); // the audit log has what the mail server did not take
    }
  }

  /** That of an app that waits for its first code, or the usual one. */
  private Optional<String> labelForFirstLogin(String user) {
    String label = Enrollment.USUAL_LABEL;
    for (Authenticator held : store.authenticators().of(user)) {
      if (held.state() == State.DISABLED) {
        return Optional.empty();
      }
      if (held.state() == State.PENDING && held.kind() == Kind.TOTP) {
        label = held.label();
      }
    }
    return Optional.of(label);
  }

  private void requireMail(User who) {
    if (who.email() == null) {
      throw Failure.refused(who.name() + " has no mailbox")
          .hint("without --email, ivn user enroll shows the QR code here");
    }
    if (mail.missing() != null) {
      throw Failure.refused("no mail can be sent: " + mail.missing())
          .hint("ivn set-config sets it; ivn settings lists what mail needs");
    }
  }

  /** Talks to the mail server outside of any transaction: others need not wait for it. */
  private void handOver(User who, Issued issued) {
    boolean taken = false;
    try {
      mail.deliver(letter(who, issued));
      taken = true;
    } finally {
      if (!taken) {
        links.withdraw(issued);
      }
    }
  }

  private List<String> warnings(Issued issued) {
    List<String> warnings = issued.offer().warnings();
    if (issued.url().startsWith("http://")) {
      warnings.add("host_name says http: link and secret travel where others can read them");
    }
    return warnings;
  }

  private Letter letter(User who, Issued issued) {
    String issuer = settings.get(Settings.OTP_ISSUER_NAME);
    Link link = issued.link();
    Duration life = Duration.between(link.createdAt(), link.expiresAt());
    String text =
        "Your account "
            + who.name()
            + " on "
            + issuer
            + " gets an authenticator app: it shows the codes that you are asked for when you log"
            + " in.\n\nOpen this link, on your phone or on any other screen, and do what the page"
            + " says:\n\n"
            + issued.url()
            + "\n\nThe link is for you alone and works for "
            + Lifetime.of(life)
            + ". Afterwards, log in again to get another one, or ask your administrator."
            + "\n\nIf you neither logged in just now nor asked for this, somebody may know your"
            + " password: do not open the link, and tell your administrator.";
    return new Letter(who.email(), "Set up your second factor on " + issuer, text);
  }
}
