package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.settings.Method;
import java.time.Duration;
import java.time.Instant;

/**
 * One code that was sent by mail or SMS: HOTP over a secret of the user's own (RFC 4226), good
 * once, for five minutes and five tries.
 *
 * @param counter the moving factor of the code that was sent last; 0 before the first
 * @param tries what is left of them
 * @param sentAt when; null before the first
 * @param expiresAt the first moment at which it is no good; null before the first
 * @param failures wrong codes in a row, over several challenges
 * @param lockedUntil nothing is sent or looked at before; null where not throttled
 */
public record Challenge(
    String user,
    Method method,
    long counter,
    int tries,
    Instant sentAt,
    Instant expiresAt,
    int failures,
    Instant lockedUntil) {
  static final Duration LIFE = Duration.ofSeconds(300);
  static final Duration COOL_DOWN = Duration.ofSeconds(30);
  static final int TRIES = 5;
  static final int DIGITS = 6;

  /** Before anything was sent. */
  static Challenge first(String user, Method method) {
    return new Challenge(user, method, 0, 0, null, null, 0, null);
  }

  /** The next code, sent at {@code now}; this one is cancelled. */
  Challenge next(Instant now) {
    return new Challenge(
        user, method, counter + 1, TRIES, now, now.plus(LIFE), failures, lockedUntil);
  }

  /** After a wrong code at {@code now}. */
  Challenge failed(Instant now) {
    Duration wait = Throttle.waitAfter(failures + 1);
    Instant until = wait.isZero() ? null : now.plus(wait);
    return new Challenge(user, method, counter, tries - 1, sentAt, expiresAt, failures + 1, until);
  }

  /** As if no wrong code had ever been typed. */
  Challenge unlocked() {
    return new Challenge(user, method, counter, tries, sentAt, expiresAt, 0, null);
  }

  boolean openAt(Instant now) {
    return tries > 0 && now.isBefore(expiresAt);
  }

  boolean lockedAt(Instant now) {
    return lockedUntil != null && now.isBefore(lockedUntil);
  }
}
