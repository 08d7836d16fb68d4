package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.otp.HashAlgorithm;
import com.ivendnext.ivn.otp.Hotp;
import com.ivendnext.ivn.otp.Totp;
import com.ivendnext.ivn.otp.Window;
import java.time.Duration;
import java.time.Instant;

/**
 * What a user holds: an app on a phone or a hardware token. Its shared secret stays in the store.
 *
 * @param id unique in the store
 * @param label tells a user's authenticators apart
 * @param digits 6 to 8
 * @param period seconds of a time step; 0 for a counter
 * @param weak whether its shared secret has less than 128 bits
 * @param lastFactor the moving factor of the last code that was accepted; -1 where every one may
 *     still come
 * @param drift time steps that its clock is ahead of ours; negative where it is behind
 * @param failures wrong codes in a row
 * @param lockedUntil no code is compared before; null when not throttled
 * @param replaces the id of the authenticator that ends when this one is confirmed; or null
 */
public record Authenticator(
    String id,
    String user,
    String label,
    State state,
    Kind kind,
    HashAlgorithm algorithm,
    int digits,
    int period,
    boolean weak,
    long lastFactor,
    int drift,
    int failures,
    Instant lockedUntil,
    String replaces,
    Instant createdAt,
    Instant confirmedAt,
    Instant lastUsedAt) {

  /** Codes of a hardware token that may have been shown and not used (RFC 4226 section 7.4). */
  private static final int LOOK_AHEAD = 10;

  /** What moves the codes on. */
  public enum Kind {
    /** The time (RFC 6238): apps. */
    TOTP,
    /** A counter (RFC 4226): hardware tokens with a button. */
    HOTP
  }

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

  /** The moving factors whose codes are accepted now, with {@code steps} either side. */
  Window window(Instant now, int steps) {
    return kind == Kind.HOTP
        ? Window.ahead(lastFactor + 1, LOOK_AHEAD)
        : Window.around(Math.max(0, totp().step(now) + drift), steps);
  }

  public boolean lockedAt(Instant now) {
    return lockedUntil != null && now.isBefore(lockedUntil);
  }

  /** Proven at {@code now}. */
  public Authenticator confirmed(Instant now) {
    return copy(State.ACTIVE, 0, null, now);
  }

  /** After one more wrong code at {@code now}: throttled, at {@link Throttle#LIMIT} disabled. */
  public Authenticator failed(Instant now) {
    int count = failures + 1;
    Duration wait = Throttle.waitAfter(count);
    Instant until = wait.isZero() ? null : now.plus(wait);
    return copy(count >= Throttle.LIMIT ? State.DISABLED : state, count, until, confirmedAt);
  }

  /** As if no wrong code had ever been typed. */
  Authenticator unlocked() {
    boolean ended = state == State.DISABLED;
    State again = confirmedAt == null ? State.PENDING : State.ACTIVE;
    return copy(ended ? again : state, 0, null, confirmedAt);
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
        kind,
        algorithm,
        digits,
        period,
        weak,
        lastFactor,
        drift,
        newFailures,
        until,
        replaces,
        createdAt,
        confirmed,
        lastUsedAt);
  }
}
