package com.ivendnext.ivn.audit;

/**
 * What is worth a record. Holds no secret, no code and no {@code otpauth} URI.
 *
 * @param action the command's path in dotted form, such as {@code user.enroll}
 * @param subject on whom or what: a user, a role, a setting
 * @param outcome {@code ok}, or why not, such as {@code replayed}
 * @param detail more, such as the label of an authenticator; or null
 * @param reason what the administrator gave as reason; or null
 */
public record Event(String action, String subject, String outcome, String detail, String reason) {

  public static Event of(String action, String subject) {
    return new Event(action, subject, "ok", null, null);
  }

  public Event outcome(String outcome) {
    return new Event(action, subject, outcome, detail, reason);
  }

  public Event detail(String detail) {
    return new Event(action, subject, outcome, detail, reason);
  }

  public Event reason(String reason) {
    return new Event(action, subject, outcome, detail, reason);
  }
}
