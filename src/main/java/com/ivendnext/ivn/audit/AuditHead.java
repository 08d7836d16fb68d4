package com.ivendnext.ivn.audit;

import java.util.Optional;

/** Port: the head of the chain, kept outside the store; it moves forward only. */
public interface AuditHead {

  /**
   * @param count the number of records
   * @param mac the mac of the last
   */
  record Head(long count, String mac) {}

  /** Moves the head to {@code head} unless it is further on already. */
  void advance(Head head);

  Optional<Head> read();
}
