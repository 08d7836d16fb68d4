package com.ivendnext.ivn.delivery;

import static com.ivendnext.ivn.settings.Settings.AUTO_EMAIL_ID;
import static com.ivendnext.ivn.settings.Settings.EMAIL_SENDER_NAME;
import static com.ivendnext.ivn.settings.Settings.MAIL_LOGIN;
import static com.ivendnext.ivn.settings.Settings.MAIL_PASSWORD;
import static com.ivendnext.ivn.settings.Settings.MAIL_PORT;
import static com.ivendnext.ivn.settings.Settings.MAIL_SERVER;
import static com.ivendnext.ivn.settings.Settings.USE_SSL;
import static com.ivendnext.ivn.settings.Settings.USE_TLS;

import com.ivendnext.ivn.settings.Setting;
import com.ivendnext.ivn.settings.Values;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The site's settings of outgoing mail, read as Frappe reads them. */
final class MailAccount {
  private final Values settings;

  MailAccount(Values settings) {
    this.settings = settings;
  }

  /** A clause, or null where mail can be sent. */
  String missing() {
    if (text(MAIL_SERVER) == null) {
      return "mail_server is not set";
    }
    if (sender() == null) {
      return "neither auto_email_id nor mail_login names a sender";
    }
    return null;
  }

  /** The server as messages name it. */
  Peer server() {
    int port = implicitTls() ? 465 : 587;
    return new Peer(
        "the mail server",
        text(MAIL_SERVER).strip(),
        settings.find(MAIL_PORT).orElse(port),
        "mail_server and mail_port");
  }

  boolean implicitTls() {
    return settings.get(USE_SSL);
  }

  boolean startTls() {
    return settings.get(USE_TLS) && !implicitTls();
  }

  /** Null where the server is used without a login: Frappe logs in when it has both. */
  String login() {
    return settings.get(MAIL_PASSWORD) == null ? null : text(MAIL_LOGIN);
  }

  /** Null where there is no login. */
  String password() {
    return login() == null ? null : settings.get(MAIL_PASSWORD);
  }

  /** The address that letters come from; null where none is set. */
  String sender() {
    String address = text(AUTO_EMAIL_ID);
    String login = text(MAIL_LOGIN);
    return address != null || login == null || !Mailbox.is(login) ? address : login;
  }

  /** What stands before the address; empty where it is not set. */
  String senderName() {
    String name = text(EMAIL_SENDER_NAME);
    return name == null ? "" : name;
  }

  /** Hides the password, in each form in which it travels (RFC 4616, LOGIN). */
  Redaction redaction() {
    Redaction redaction = new Redaction();
    if (login() != null) {
      redaction.value(password());
      redaction.value(base64(password()));
      redaction.value(base64(login() + "\0" + login() + "\0" + password()));
    }
    return redaction;
  }

  private String text(Setting<String> setting) {
    String text = settings.get(setting);
    return text == null || text.isBlank() ? null : text;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
