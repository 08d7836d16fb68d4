package com.ivendnext.ivn.delivery;

import com.ivendnext.ivn.Failure;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * What a failed conversation means. The failures carry no {@link MessagingException}: its text
 * holds the server's words as they came.
 */
final class SmtpTrouble {
  private final Peer server;
  private final Redaction redaction;
  private final String recipient;

  /**
   * @param recipient masked
   */
  SmtpTrouble(Peer server, Redaction redaction, String recipient) {
    this.server = server;
    this.redaction = redaction;
    this.recipient = recipient;
  }

  /**
   * @param answer the last that the server said; may be null
   */
  Failure failure(MessagingException thrown, String answer) {
    Failure network = NetworkTrouble.find(thrown, server);
    if (network != null) {
      return network;
    }
    if ("[EOF]".equals(answer)) {
      return Failure.delivery(server + " closed the connection")
          .hint("it may not speak this kind of TLS on its port, or have had enough of this client");
    }
    if (String.valueOf(thrown.getMessage()).startsWith("STARTTLS is required")) {
      return Failure.delivery(server + " does not offer STARTTLS, so nothing was sent")
          .hint("use_tls asks for it; use_ssl is TLS from the first byte, mostly on port 465");
    }
    return refusal(thrown, shown(answer));
  }

  private Failure refusal(MessagingException thrown, String answer) {
    if (thrown instanceof AuthenticationFailedException) {
      return Failure.delivery(server + " refused the login" + answer)
          .hint("check mail_login and mail_password");
    }
    if (NetworkTrouble.has(thrown, SMTPAddressFailedException.class)) {
      return Failure.delivery(server + " refused the recipient " + recipient + answer);
    }
    if (NetworkTrouble.has(thrown, SMTPSenderFailedException.class)) {
      return Failure.delivery(server + " refused the sender" + answer)
          .hint("check auto_email_id: most servers let a login send as itself only");
    }
    return Failure.delivery(server + " did not take the letter" + answer);
  }

  /** Behind the message; nothing where the server's last word was no refusal. */
  private String shown(String answer) {
    if (answer == null || answer.startsWith("2") || answer.startsWith("3")) {
      return "";
    }
    String line = redaction.firstLine(answer);
    return line.isEmpty() ? "" : ": " + line;
  }
}
