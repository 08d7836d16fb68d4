package com.ivendnext.ivn.audit;

import java.time.Instant;
import java.util.function.Predicate;

/**
 * Which records somebody wants to see; null in any place is no condition.
 *
 * @param subject on whom or what
 * @param action the action, or a group of them: {@code user} is every {@code user.…}
 * @param outcome such as {@code ok}
 * @param since the first moment that counts
 * @param until the first that no longer does
 */
public record RecordFilter(
    String subject, String action, String outcome, Instant since, Instant until)
    implements Predicate<AuditRecord> {

  @Override
  public boolean test(AuditRecord record) {
    Event event = record.event();
    return (subject == null || subject.equals(event.subject()))
        && (outcome == null || outcome.equals(event.outcome()))
        && (action == null || isOrHolds(event.action()))
        && (since == null || !record.at().isBefore(since))
        && (until == null || record.at().isBefore(until));
  }

  private boolean isOrHolds(String recorded) {
    return recorded.equals(action) || recorded.startsWith(action + ".");
  }
}
