package com.ivendnext.ivn.delivery;

import com.ivendnext.ivn.twofactor.Letter;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.time.Clock;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** One conversation with the mail server. */
final class SmtpSubmission {
  private final MailAccount account;
  private final Clock clock;
  private final Wire wire;
  private final Peer server;

  SmtpSubmission(MailAccount account, Clock clock, Wire wire) {
    this.account = account;
    this.clock = clock;
    this.wire = wire;
    this.server = account.server();
  }

  /**
   * @throws com.ivendnext.ivn.Failure (delivery) unless the server took the letter
   */
  void send(Letter letter) {
    Session session = Session.getInstance(properties());
    String none = null;
    SMTPTransport transport =
        new SMTPTransport(session, new URLName("smtp", server.host(), server.port(), "", "", none));
    try {
      MailMessage message = MailMessage.of(session, account, letter, clock);
      transport.connect(server.host(), server.port(), account.login(), account.password());
      transport.sendMessage(message, message.getAllRecipients());
    } catch (MessagingException thrown) {
      Redaction redaction = account.redaction().letter(letter);
      throw new SmtpTrouble(server, redaction, Mailbox.masked(letter.to()))
          .failure(thrown, transport.getLastServerResponse());
    } finally {
      close(transport);
    }
  }

  private Properties properties() {
    Properties properties = new Properties();
    String patience = Long.toString(wire.answer().toMillis());
    set(properties, "connectiontimeout", Long.toString(wire.connect().toMillis()));
    set(properties, "timeout", patience);
    set(properties, "writetimeout", patience);
    set(properties, "ssl.enable", Boolean.toString(account.implicitTls()));
    set(properties, "starttls.enable", Boolean.toString(account.startTls()));
    set(properties, "starttls.required", Boolean.toString(account.startTls()));
    set(properties, "ssl.checkserveridentity", "true");
    set(properties, "from", account.sender());
    // neither the name of this machine, nor a look-up in the DNS to find it
    set(properties, "localhost", Mailbox.domain(account.sender()));
    // once the letter is taken, nothing more that the server says matters
    set(properties, "quitwait", "false");
    if (wire.trust() != null) {
      properties.put("mail.smtp.ssl.socketFactory", wire.trust().getSocketFactory());
      // else a refused certificate would be shown to Java's own trust as well
      set(properties, "socketFactory.fallback", "false");
    }
    return properties;
  }

  private static void set(Properties properties, String name, String value) {
    properties.setProperty("mail.smtp." + name, value);
  }

  private static void close(SMTPTransport transport) {
    try {
      transport.close();
    } catch (MessagingException ignored) {
      // the letter is taken or the failure known: a good-bye that fails changes neither
    }
  }
}
