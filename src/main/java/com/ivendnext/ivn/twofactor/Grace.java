package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.settings.Values;
import java.util.ArrayList;
import java.util.List;

/**
 * Grace periods that no command of ivn began: bench or a text editor flipped the switch, or
 * somebody was enabled again. Such a period counts from when ivn first sees it; it would never end
 * otherwise.
 */
public final class Grace {
  private Grace() {}

  /** Notes the beginning for whoever needs a second factor and has none noted. */
  public static void begin(Store store, Values settings, LoginContext login) {
    if (!settings.get(Settings.ENABLE_TWO_FACTOR_AUTH)
        || settings.get(Settings.TWO_FACTOR_GRACE_PERIOD_HOURS) == 0) {
      return;
    }
    List<String> unnoted = new ArrayList<>();
    store
        .users()
        .each(
            person -> {
              if (person.user().enabled()
                  && person.requiredSince() == null
                  && Policy.decide(settings, person.withoutLeave(), login).required()) {
                unnoted.add(person.user().name());
              }
            });
    if (!unnoted.isEmpty()) {
      store.write(
          () -> {
            unnoted.forEach(user -> store.users().requiredSince(user, login.now()));
            return null;
          });
    }
  }
}
