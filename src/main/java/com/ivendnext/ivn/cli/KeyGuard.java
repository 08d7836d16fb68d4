package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.site.SiteKey;

/** Keeps the key that opens a site's store from being replaced by one that does not. */
final class KeyGuard {
  private KeyGuard() {}

  /**
   * @param after the settings to be
   * @throws Failure (refused) when the key in force opens the store and {@code after} holds another
   *     one, or none; data: {@code after} holds something that is no key
   */
  static void check(SiteSession session, Values after) {
    SiteKey key = new SiteKey(session.site());
    if (key.isSameUnder(after)) {
      return;
    }
    if (opensStore(session)) {
      throw Failure.refused(
              "the store of "
                  + session.site().name()
                  + " is sealed with the key that is set: with any other one nobody could log in")
          .hint(hint(key, after));
    }
    key.check(after);
  }

  private static String hint(SiteKey key, Values after) {
    try {
      key.check(after);
      return "ivn key rotate changes it; --force only replaces it, and then nothing opens";
    } catch (Failure unusable) {
      return unusable.getMessage();
    }
  }

  /** A key is tried by what every change does: it signs a record. */
  private static boolean opensStore(SiteSession session) {
    try {
      return session
          .store()
          .rehearse(
              () -> {
                session.store().record(Event.of("set-config", "ivn_encryption_key"));
                return true;
              });
    } catch (Failure wrongKey) {
      return false;
    }
  }
}
