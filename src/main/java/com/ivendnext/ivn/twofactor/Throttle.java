package com.ivendnext.ivn.twofactor;

import java.time.Duration;

/**
 * How long a wrong code costs (RFC 4226 section 7.3, NIST SP 800-63B-4 section 3.2.2): two are
 * free, then 1, 2, 4 … seconds, at most 15 minutes; at 100 in a row the authenticator ends.
 */
public final class Throttle {
  /** Consecutive failures at which an authenticator is disabled. */
  public static final int LIMIT = 100;

  private static final int FIRST_COSTLY = 3;
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private Throttle() {}

  /** The wait after {@code failures} consecutive wrong codes; zero where there is none. */
  public static Duration waitAfter(int failures) {
    if (failures < FIRST_COSTLY) {
      return Duration.ZERO;
    }
    int doublings = Math.min(failures - FIRST_COSTLY, 30);
    Duration wait = Duration.ofSeconds(1L << doublings);
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }
}
