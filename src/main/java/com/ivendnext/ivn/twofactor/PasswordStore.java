package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.crypto.PasswordHash;
import java.time.Instant;
import java.util.Optional;

/** Port: passwords, hashed, and what keeps guessers of passwords out. */
public interface PasswordStore {

  /**
   * A user's password.
   *
   * @param failures wrong ones in a row
   * @param lockedUntil none is looked at before; null where not locked
   */
  record Entry(String user, PasswordHash hash, int failures, Instant lockedUntil) {

    public boolean lockedAt(Instant now) {
      return lockedUntil != null && now.isBefore(lockedUntil);
    }
  }

  Optional<Entry> find(String user);

  /** Sets a user's password; failures are forgotten. */
  void set(String user, PasswordHash hash, Instant now);

  /** Writes failures and lock. */
  void update(Entry entry);
}
