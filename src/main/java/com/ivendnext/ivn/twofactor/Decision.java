package com.ivendnext.ivn.twofactor;

import java.time.Instant;

/**
 * Whether somebody needs a second factor, and the rule that decided.
 *
 * @param until when this no longer holds; null where it holds until something is changed
 * @param because the rule in the user's words: a clause to stand behind "because"
 */
public record Decision(Outcome outcome, Rule rule, String because, Instant until) {

  /** What follows for the login. */
  public enum Outcome {
    NOT_REQUIRED,
    /** Not now, because of an exemption or a grace period. */
    EXEMPT,
    REQUIRED,
    /** Required, and no authenticator is active yet. */
    MUST_ENROLL
  }

  /** The rules, in the order in which they are asked. */
  public enum Rule {
    SITE_OFF,
    API_CHANNEL,
    WEBSITE_USER,
    EXEMPTION,
    ADDRESS,
    GRACE,
    ROLE,
    NO_ROLE
  }

  public boolean required() {
    return outcome == Outcome.REQUIRED || outcome == Outcome.MUST_ENROLL;
  }

  static Decision no(Rule rule, String because) {
    return new Decision(Outcome.NOT_REQUIRED, rule, because, null);
  }

  static Decision notUntil(Instant until, Rule rule, String because) {
    return new Decision(Outcome.EXEMPT, rule, because + " until " + until, until);
  }
}
