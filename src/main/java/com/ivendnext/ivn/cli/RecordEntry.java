package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.audit.Actor;
import com.ivendnext.ivn.audit.AuditRecord;
import com.ivendnext.ivn.audit.Event;
import java.time.Instant;
import java.util.List;

/** A record of the audit log as answers and exports show it. */
public record RecordEntry(
    long sequence,
    Instant at,
    String account,
    String sudoUser,
    String address,
    String apiKey,
    String action,
    String subject,
    String outcome,
    String detail,
    String reason,
    String mac) {

  static RecordEntry of(AuditRecord record) {
    Actor actor = record.actor();
    Event event = record.event();
    return new RecordEntry(
        record.sequence(),
        record.at(),
        actor.account(),
        actor.sudoUser(),
        actor.address(),
        actor.apiKey(),
        event.action(),
        event.subject(),
        event.outcome(),
        event.detail(),
        event.reason(),
        record.mac());
  }

  /** A table without rows for {@link #cells}, in which the outcome has a colour. */
  public static Table table() {
    return Table.of("When", "Who", "Action", "On", "Outcome", "More").paint(4, RecordEntry::style);
  }

  /** This record as a row of {@link #table}. */
  public List<String> cells() {
    String more = detail == null ? "" : detail;
    String why = reason == null ? "" : " (" + reason + ")";
    return List.of(at.toString(), who(), action, subject, outcome, (more + why).strip());
  }

  private String who() {
    String who = sudoUser == null ? account : sudoUser + " as " + account;
    String named = apiKey == null ? who : "key " + apiKey;
    return address == null ? named : named + " from " + address;
  }

  private static Style style(String outcome) {
    return switch (outcome) {
      case "ok" -> Style.GOOD;
      case "attempt", "ended", "throttled" -> Style.WARNING;
      default -> Style.BAD;
    };
  }
}
