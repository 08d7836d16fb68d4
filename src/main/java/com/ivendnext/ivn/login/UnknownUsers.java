package com.ivendnext.ivn.login;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.crypto.Sha256;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.settings.Values;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Wrong passwords of names that nobody has: they lock as those of real users do, so that a lock
 * tells nobody who exists. Kept in memory, for the names tried last.
 */
public final class UnknownUsers {
  private static final int MOST = 10_000;

  private final Clock clock;
  private final Map<String, Tried> tried = new LinkedHashMap<>(16, 0.75f, true);

  private record Tried(int failures, Instant lockedUntil) {}

  public UnknownUsers(Clock clock) {
    this.clock = clock;
  }

  /**
   * Counts an attempt before it is made, as the password step does for those who exist.
   *
   * @param user canonical
   * @throws Failure (try later) when too many were wrong
   */
  public synchronized void attempt(String user, Values settings) {
    String name = Sha256.hex(user); // as short for every name
    Instant now = clock.instant();
    Tried before = tried.getOrDefault(name, new Tried(0, null));
    if (before.lockedUntil() != null && now.isBefore(before.lockedUntil())) {
      throw Passwords.locked(before.lockedUntil());
    }
    int failures = before.lockedUntil() == null ? before.failures() + 1 : 1;
    boolean locks = failures >= settings.get(Settings.ALLOW_CONSECUTIVE_LOGIN_ATTEMPTS);
    Instant until = locks ? now.plusSeconds(settings.get(Settings.ALLOW_LOGIN_AFTER_FAIL)) : null;
    tried.put(name, new Tried(failures, until));
    if (tried.size() > MOST) {
      tried.remove(tried.keySet().iterator().next());
    }
  }
}
