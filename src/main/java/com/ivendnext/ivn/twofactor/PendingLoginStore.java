package com.ivendnext.ivn.twofactor;

import java.time.Instant;
import java.util.Optional;

/** Port: logins between password and code. */
public interface PendingLoginStore {

  /**
   * Somebody who has given the right password.
   *
   * @param idHash SHA-256 of what the client holds, lower-case hex
   * @param address where the login comes from; null where that is not known
   */
  record PendingLogin(String idHash, String user, String address, Instant expiresAt) {}

  /** Adds a login, and forgets those that have expired at {@code now}. */
  void add(PendingLogin login, Instant now);

  Optional<PendingLogin> find(String idHash);

  /** False where it was removed before: a login ends once. */
  boolean remove(String idHash);

  /** Ends all logins of a user. */
  void removeOf(String user);
}
