package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.Failure;
import java.time.Duration;
import java.time.Instant;

/**
 * Leave to log in without a second factor, until a date and for a reason. It ends by itself.
 *
 * @param until the first moment at which it no longer holds
 */
public record Exemption(String user, Instant until, String reason, Instant createdAt) {
  /** The longest exemption that can be given. */
  public static final Duration LONGEST = Duration.ofDays(30);

  /**
   * @throws Failure (usage) when it would end before it begins, last over {@link #LONGEST}, or has
   *     no reason
   */
  public Exemption {
    if (!until.isAfter(createdAt)) {
      throw Failure.usage("an exemption must end in the future, not at " + until);
    }
    if (until.isAfter(createdAt.plus(LONGEST))) {
      throw Failure.usage("an exemption lasts at most 30 days, until " + createdAt.plus(LONGEST));
    }
    reason = Names.text(reason, "reason");
  }

  public boolean holdsAt(Instant now) {
    return now.isBefore(until);
  }
}
