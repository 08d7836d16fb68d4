package com.ivendnext.ivn.twofactor;

import java.time.Instant;

/**
 * Somebody who can log in to a site.
 *
 * @param name the canonical name, see {@link UserName}
 * @param email mailbox, or null
 * @param mobileNo number for SMS, or null
 * @param restrictIp addresses the user may log in from, comma separated, or null for any
 */
public record User(
    String name,
    String fullName,
    UserType type,
    boolean enabled,
    String email,
    String mobileNo,
    String restrictIp,
    Instant createdAt) {

  public User withEnabled(boolean nowEnabled) {
    return new User(name, fullName, type, nowEnabled, email, mobileNo, restrictIp, createdAt);
  }
}
