package com.ivendnext.ivn.delivery;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.DeliveryChannel;
import com.ivendnext.ivn.twofactor.Letter;
import java.time.Clock;

/**
 * Mail through the site's outgoing server (RFC 5321, RFC 8314): STARTTLS with {@code use_tls},
 * which is then required, TLS from the first byte with {@code use_ssl}, which wins where both are
 * set. Certificates and host names are always checked.
 */
public final class SmtpChannel implements DeliveryChannel {
  private final MailAccount account;
  private final Clock clock;
  private final Wire wire;

  /**
   * @param settings those of the site
   * @param clock dates the letters
   */
  public SmtpChannel(Values settings, Clock clock) {
    this(settings, clock, Wire.MAIL);
  }

  SmtpChannel(Values settings, Clock clock, Wire wire) {
    this.account = new MailAccount(settings);
    this.clock = clock;
    this.wire = wire;
  }

  @Override
  public String missing() {
    return account.missing();
  }

  /**
   * Hands {@code letter} over to the mail server.
   *
   * @throws Failure (delivery) when the server cannot be reached or trusted or refuses the letter,
   *     and when an address, the subject or the sender's name could smuggle in a header
   */
  @Override
  public void deliver(Letter letter) {
    String missing = missing();
    if (missing != null) {
      throw Failure.delivery("no mail can be sent: " + missing)
          .hint("ivn set-config sets it; ivn settings lists what mail needs");
    }
    Mailbox.check("the recipient", letter.to());
    Mailbox.check("the sender", account.sender());
    Header.check("the subject", letter.subject());
    Header.check("email_sender_name", account.senderName());
    new SmtpSubmission(account, clock, wire).send(letter);
  }

  @Override
  public String masked(String to) {
    return Mailbox.masked(to);
  }
}
