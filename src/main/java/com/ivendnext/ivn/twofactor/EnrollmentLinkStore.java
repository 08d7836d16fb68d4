package com.ivendnext.ivn.twofactor;

import java.time.Instant;
import java.util.Optional;

/** Port: links to pending authenticators, at most one per user. */
public interface EnrollmentLinkStore {

  /**
   * A link; it ends with its authenticator.
   *
   * @param keyHash SHA-256 of the key that stands in the link, lower-case hex
   * @param authenticator the id of the one it leads to
   */
  record Link(
      String keyHash, String user, String authenticator, Instant createdAt, Instant expiresAt) {
    boolean liveAt(Instant now) {
      return now.isBefore(expiresAt);
    }
  }

  /** Adds {@code link}; an older one of the user ends. */
  void put(Link link);

  Optional<Link> find(String keyHash);

  /** The user's last link, which may have expired. */
  Optional<Link> of(String user);

  /** False where it had ended before. */
  boolean remove(String keyHash);

  /** Ends the link that leads to {@code authenticator}. */
  void removeOf(Authenticator authenticator);
}
