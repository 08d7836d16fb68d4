package com.ivendnext.ivn.twofactor;

import java.time.Instant;
import java.util.List;

/** Port: recovery codes, of which only keyed and salted hashes are kept. */
public interface RecoveryCodeStore {

  /**
   * How many a user has.
   *
   * @param generatedAt null where there are none
   */
  record Count(int total, int left, Instant generatedAt) {}

  Count count(String user);

  /** Ends all codes of the user and keeps these; none where the list is empty. */
  void replace(String user, List<RecoveryCode> codes, Instant now);

  /** Accepts {@code code} once; false where it is none of the user's unused ones. */
  boolean consume(String user, RecoveryCode code, Instant now);
}
