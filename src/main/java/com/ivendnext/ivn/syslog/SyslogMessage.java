package com.ivendnext.ivn.syslog;

import com.ivendnext.ivn.audit.Actor;
import com.ivendnext.ivn.audit.AuditRecord;
import com.ivendnext.ivn.audit.Event;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A record as a message of RFC 5424: facility authpriv, severity informational for what was done
 * and warning for what was not, and the fields as {@code name=value}. The record's mac is one of
 * them, so that a collector holds what the chain must lead to.
 *
 * @param host the name of this machine, or {@code -}
 * @param process the number of this process
 */
record SyslogMessage(String site, String host, long process) {
  private static final int AUTHPRIV = 10 << 3;
  private static final int WARNING = 4;
  private static final int INFORMATIONAL = 6;
  private static final int LONGEST_ID = 32;

  /** The whole message (section 6). */
  String whole(AuditRecord record) {
    String action = record.event().action();
    String id = action.length() <= LONGEST_ID ? action : action.substring(0, LONGEST_ID);
    String time = DateTimeFormatter.ISO_INSTANT.format(record.at());
    String header = "1 " + time + " " + host + " ivn " + process + " " + id + " - ";
    return priority(record) + header + content(record);
  }

  /** Its priority and content only, for a program that adds the rest. */
  String brief(AuditRecord record) {
    return priority(record) + content(record);
  }

  private static String priority(AuditRecord record) {
    boolean done = record.event().outcome().equals("ok");
    return "<" + (AUTHPRIV + (done ? INFORMATIONAL : WARNING)) + ">";
  }

  private String content(AuditRecord record) {
    StringBuilder text = new StringBuilder();
    Actor actor = record.actor();
    Event event = record.event();
    add(text, "site", site);
    add(text, "sequence", String.valueOf(record.sequence()));
    add(text, "action", event.action());
    add(text, "subject", event.subject());
    add(text, "outcome", event.outcome());
    add(text, "account", actor.account());
    add(text, "sudo_user", actor.sudoUser());
    add(text, "address", actor.address());
    add(text, "api_key", actor.apiKey());
    add(text, "detail", event.detail());
    add(text, "reason", event.reason());
    add(text, "mac", record.mac());
    return text.toString();
  }

  private static void add(StringBuilder text, String name, String value) {
    if (value != null) {
      text.append(text.isEmpty() ? "" : " ").append(name).append('=').append(quoted(value));
    }
  }

  /** Nothing in a value ends the value, the line or the message. */
  private static String quoted(String value) {
    StringBuilder quoted = new StringBuilder();
    boolean plain = !value.isEmpty();
    for (int character : value.codePoints().toArray()) {
      plain &= character > ' ' && character < 0x7f && "\"\\=".indexOf(character) < 0;
      if (character == '"' || character == '\\') {
        quoted.append('\\').appendCodePoint(character);
      } else if (hidden(character)) {
        quoted.append(String.format(Locale.ROOT, "\\u{%x}", character));
      } else {
        quoted.appendCodePoint(character);
      }
    }
    return plain ? value : "\"" + quoted + "\"";
  }

  private static boolean hidden(int character) {
    int type = Character.getType(character);
    return Character.isISOControl(character)
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
