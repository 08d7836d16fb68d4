package com.ivendnext.ivn.provision;

import java.util.Map;

/** What a site is, in the form of {@link State}, with its secrets. */
interface Current {
  /** Takes a user. */
  interface UserReader {
    void read(String name, Map<String, Object> fields);
  }

  Map<String, Object> settings();

  Map<String, Map<String, Object>> roles();

  /** Hands every user on by name, one at a time. */
  void users(UserReader reader);
}
