package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.twofactor.Authenticator.Kind;
import java.time.Instant;

/**
 * Follows an authenticator's clock (RFC 6238 section 6): one time step after two successes in a row
 * on the same side of what is known, so that one late typist moves nothing.
 */
final class Drift {
  /** Time steps that following alone can reach; farther takes a resynchronisation. */
  static final int FARTHEST = 10;

  private Drift() {}

  /** The drift to know after {@code factor} was accepted at {@code now}. */
  static int after(Authenticator authenticator, long factor, Instant now) {
    int known = authenticator.drift();
    if (authenticator.kind() == Kind.HOTP || authenticator.lastUsedAt() == null) {
      return known;
    }
    int side = side(authenticator, factor, now);
    int sideBefore = side(authenticator, authenticator.lastFactor(), authenticator.lastUsedAt());
    int moved = known + side;
    boolean allowed = Math.abs(moved) <= Math.max(FARTHEST, Math.abs(known));
    return side == sideBefore && allowed ? moved : known;
  }

  private static int side(Authenticator authenticator, long factor, Instant at) {
    return Long.signum(factor - authenticator.totp().step(at) - authenticator.drift());
  }
}
