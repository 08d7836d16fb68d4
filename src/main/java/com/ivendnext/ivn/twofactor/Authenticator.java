package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.otp.HashAlgorithm;
import com.ivendnext.ivn.otp.Hotp;
import com.ivendnext.ivn.otp.Totp;
import java.time.Duration;
import java.time.Instant;

/**
 * What a user holds: an app on a phone. Its shared secret stays in the store.
 *
 * @param id unique in the store
 * @param label tells a user's authenticators apart
 * @param digits 6 to 8
 * @param period seconds of a time step
 * @param weak whether its shared secret has less than 128 bits
 * @param lastFactor the moving factor of the last code that was accepted; -1 before the first
 * @param failures wrong codes in a row
 * @param lockedUntil no code is compared before; null when not throttled
 * @param replaces the id of the authenticator that ends when this one is confirmed; or null
 */
public record Authenticator(
    String id,
    String user,
    String label,
    State state,
    HashAlgorithm algorithm,
    int digits,
    int period,
    boolean weak,
    long lastFactor,
    int failures,
    Instant lockedUntil,
    String replaces,
    Instant createdAt,
    Instant confirmedAt,
    Instant lastUsedAt) {

  /** No code has been accepted yet. */
  public static final long NEVER = -1;

  /** The life of an authenticator. */
  public enum State {
    /** Enrolled, not proven by a code. */
    PENDING,
    /** Proven; its codes are accepted. */
    ACTIVE,
    /** Ended by too many wrong codes. */
    DISABLED
  }

  public Totp totp() {
    return new Totp(algorithm, digits, period);
  }

  public Hotp hotp() {
    return new Hotp(algorithm, digits);
  }

  public boolean lockedAt(Instant now) {
    return lockedUntil != null && now.isBefore(lockedUntil);
  }

  /** Proven at {@code now}. */
  Authenticator confirmed(Instant now) {
    return copy(State.ACTIVE, 0, null, now);
  }

  /** After one more wrong code at {@code now}: throttled, at {@link Throttle#LIMIT} disabled. */
  public Authenticator failed(Instant now) {
    int count = failures + 1;
    Duration wait = Throttle.waitAfter(count);
    Instant until = wait.isZero() ? null : now.plus(wait);
    return copy(count >= Throttle.LIMIT ? State.DISABLED : state, count, until, confirmedAt);
  }

  Authenticator withoutFailures() {
    return copy(state, 0, null, confirmedAt);
  }

  private Authenticator copy(State newState, int newFailures, Instant until, Instant confirmed) {
    return new Authenticator(
        id,
        user,
        label,
        newState,
        algorithm,
        digits,
        period,
        weak,
        lastFactor,
        newFailures,
        until,
        replaces,
        createdAt,
        confirmed,
        lastUsedAt);
  }
}
