package com.ivendnext.ivn.otp;

import com.ivendnext.ivn.Failure;
import java.time.Duration;
import java.time.Instant;

/**
 * Time-based one-time passwords (RFC 6238), steps counted from 1970-01-01T00:00:00Z.
 *
 * @param digits length of a code, 6 to 8
 * @param period length of a time step in seconds, 1 to 86400
 */
public record Totp(HashAlgorithm algorithm, int digits, int period) {

  static final int MAX_PERIOD = 86_400;

  /**
   * @throws Failure usage, if digits or period are out of range
   */
  public Totp {
    Hotp.requireDigits(digits);
    if (period < 1 || period > MAX_PERIOD) {
      throw Failure.usage("a period has 1 to 86400 seconds, not " + period);
    }
  }

  /** The same codes by moving factor. */
  public Hotp hotp() {
    return new Hotp(algorithm, digits);
  }

  /**
   * The time step that an instant falls into, far beyond 32 bits (RFC 6238 section 4.2).
   *
   * @throws Failure usage, if the instant is before 1970
   */
  public long step(Instant time) {
    if (time.getEpochSecond() < 0) {
      throw Failure.usage("time must not be before 1970");
    }
    return time.getEpochSecond() / period;
  }

  /**
   * The code at an instant, leading zeros kept.
   *
   * @throws Failure usage, if the instant is before 1970
   */
  public String code(SharedSecret secret, Instant time) {
    return hotp().code(secret, step(time));
  }

  /** The first instant of a time step. */
  public Instant startOf(long step) {
    return Instant.ofEpochSecond(Math.multiplyExact(step, period));
  }

  /**
   * How long the time step of {@code now} still lasts: more than zero, at most the period.
   *
   * @throws Failure usage, if the instant is before 1970
   */
  public Duration left(Instant now) {
    return Duration.between(now, startOf(step(now) + 1));
  }
}
