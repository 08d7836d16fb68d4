package com.ivendnext.ivn.twofactor;

import java.time.Instant;
import java.util.Optional;

/** Port: who is logged in to the HTTP service. */
public interface SessionStore {

  /**
   * Somebody who is logged in.
   *
   * @param idHash SHA-256 of what the client holds, lower-case hex
   * @param seenAt when it was last used, to the minute or so
   */
  record Session(String idHash, String user, Instant beganAt, Instant seenAt) {}

  void add(Session session);

  Optional<Session> find(String idHash);

  /** Notes that a session is in use. */
  void seen(String idHash, Instant now);

  /** Forgets those that began, or were last seen, before then. */
  void purge(Instant beganBefore, Instant seenBefore);

  /** False where it had ended before. */
  boolean remove(String idHash);

  /** Ends all sessions of a user. */
  void removeOf(String user);
}
