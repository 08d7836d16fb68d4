package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import java.util.Locale;

/** Every exit status; the word is the {@code code} of an error in JSON. */
public enum ExitStatus {
  OK(0, "done, or the code is accepted"),
  INTERNAL(1, "a bug, or Java does not start"),
  USAGE(2, "a bad flag or value, or no site named"),
  REJECTED(3, "the code is wrong, malformed, replayed or expired, or nothing is enrolled"),
  NOT_FOUND(4, "no such site, user, role or authenticator"),
  REFUSED(5, "exists already, would lock someone out, or needs --yes or --force"),
  TRY_LATER(6, "throttled or locked, or a lock could not be had in time"),
  DELIVERY(7, "mail or SMS was not handed over"),
  DATA(8, "a config, store or import is unreadable or damaged, or the key is wrong"),
  CHANGES(9, "changes or problems were found"),
  INTERRUPTED(130, "Ctrl-C");

  private final int status;
  private final String meaning;

  ExitStatus(int status, String meaning) {
    this.status = status;
    this.meaning = meaning;
  }

  public int status() {
    return status;
  }

  public String meaning() {
    return meaning;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ExitStatus of(int status) {
    for (ExitStatus known : values()) {
      if (known.status == status) {
        return known;
      }
    }
    throw new IllegalArgumentException("no exit status: " + status);
  }

  static ExitStatus of(Failure.Kind kind) {
    return switch (kind) {
      case INTERNAL -> INTERNAL;
      case USAGE -> USAGE;
      case REJECTED -> REJECTED;
      case NOT_FOUND -> NOT_FOUND;
      case REFUSED -> REFUSED;
      case TRY_LATER -> TRY_LATER;
      case DELIVERY -> DELIVERY;
      case DATA -> DATA;
    };
  }
}
