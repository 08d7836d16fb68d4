package com.ivendnext.ivn.delivery;

import com.ivendnext.ivn.twofactor.Letter;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;

/** A letter as a mail (RFC 5322): the text, and the same as HTML (RFC 2046, section 5.1.4). */
final class MailMessage extends MimeMessage {
  private static final String UTF_8 = "UTF-8";

  private final String id;

  private MailMessage(Session session, String id) {
    super(session);
    this.id = id;
  }

  /** The letter, dated by {@code clock}; everything in it has been checked before. */
  static MailMessage of(Session session, MailAccount account, Letter letter, Clock clock)
      throws MessagingException {
    String sender = account.sender();
    String id = "<" + UUID.randomUUID() + "@" + Mailbox.domain(sender) + ">";
    MailMessage message = new MailMessage(session, id);
    message.setFrom(address(sender, account.senderName()));
    message.setRecipient(Message.RecipientType.TO, address(letter.to(), ""));
    message.setSubject(letter.subject(), UTF_8);
    message.setSentDate(Date.from(clock.instant()));
    // RFC 3834: no absence notes in return
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setContent(alternatives(letter.text()));
    message.saveChanges();
    return message;
  }

  /** The one given; the library's own would name this machine. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }

  private static InternetAddress address(String mailbox, String name) {
    InternetAddress address = new InternetAddress();
    address.setAddress(mailbox);
    try {
      address.setPersonal(name.isEmpty() ? null : name, UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e); // every Java has UTF-8
    }
    return address;
  }

  private static MimeMultipart alternatives(String text) throws MessagingException {
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(text, UTF_8);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(HtmlText.of(text), UTF_8, "html");
    MimeMultipart alternatives = new MimeMultipart("alternative");
    alternatives.addBodyPart(plain);
    alternatives.addBodyPart(html);
    return alternatives;
  }
}
