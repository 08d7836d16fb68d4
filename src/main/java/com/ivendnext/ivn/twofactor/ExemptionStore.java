package com.ivendnext.ivn.twofactor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: exemptions, at most one per user. */
public interface ExemptionStore {
  Optional<Exemption> find(String user);

  /** Those that hold at {@code now}, the first to end first. */
  List<Exemption> live(Instant now);

  /** Gives an exemption, or another instead of the one there is. */
  void put(Exemption exemption);

  /** False where there was none. */
  boolean remove(String user);
}
