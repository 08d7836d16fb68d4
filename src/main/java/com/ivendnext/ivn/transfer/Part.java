package com.ivendnext.ivn.transfer;

/** What a format may be able to carry beside secrets that follow the time. */
public enum Part {
  /** Whose the rest is. */
  USER("user names"),
  /** Full name, mailbox, number, type, and whether the user may log in. */
  PROFILE("names, addresses and types"),
  ROLES("roles"),
  PASSWORDS("password hashes"),
  KEYS("authenticators"),
  /** More than one authenticator of a user. */
  SEVERAL_KEYS("further authenticators"),
  ISSUERS("issuers"),
  LABELS("labels of authenticators"),
  /** Whether an authenticator was proven. */
  PENDING("whether an authenticator is pending"),
  RECOVERY_CODES("recovery codes");

  private final String words;

  Part(String words) {
    this.words = words;
  }

  /** The plural of what it is, for a sentence. */
  public String words() {
    return words;
  }
}
