package com.ivendnext.ivn.twofactor;

/**
 * Whether somebody needs a second factor, and the rule that decided.
 *
 * @param because the rule in the user's words: a clause to stand behind "because"
 */
public record Decision(Outcome outcome, Rule rule, String because) {

  /** What follows for the login. */
  public enum Outcome {
    NOT_REQUIRED,
    REQUIRED,
    /** Required, and no authenticator is active yet. */
    MUST_ENROLL
  }

  /** The rules, in the order in which they are asked. */
  public enum Rule {
    SITE_OFF,
    API_CHANNEL,
    WEBSITE_USER,
    ADDRESS,
    ROLE,
    NO_ROLE
  }

  public boolean required() {
    return outcome != Outcome.NOT_REQUIRED;
  }

  static Decision no(Rule rule, String because) {
    return new Decision(Outcome.NOT_REQUIRED, rule, because);
  }
}
