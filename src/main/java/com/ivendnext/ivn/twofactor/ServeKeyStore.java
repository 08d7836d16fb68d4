package com.ivendnext.ivn.twofactor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: the keys by which applications ask the HTTP service of a site. */
public interface ServeKeyStore {

  /**
   * A key.
   *
   * @param name what it is known by
   * @param keyHash SHA-256 of what the application holds, lower-case hex
   */
  record ServeKey(String name, String keyHash, Instant createdAt) {}

  void add(ServeKey key);

  Optional<ServeKey> named(String name);

  Optional<ServeKey> find(String keyHash);

  /** All, by name. */
  List<ServeKey> all();

  void remove(String name);
}
