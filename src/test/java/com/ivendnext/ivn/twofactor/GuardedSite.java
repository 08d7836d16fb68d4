package com.ivendnext.ivn.twofactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.TestSite;
import com.ivendnext.ivn.settings.Values;
import java.util.HashMap;
import java.util.Map;

/** A site whose changes go through the safeguard. */
final class GuardedSite {
  static final String ADMINISTRATOR = "Administrator";
  static final String MANAGER = "manager@example.com";

  private final TestSite site;

  /** Adds a System Manager and turns the switch off: nobody is asked yet. */
  GuardedSite(TestSite site) {
    this.site = site;
    site.add(MANAGER, "System Manager");
    site.config.put("enable_two_factor_auth", false);
  }

  /** The settings after these changes. */
  Values with(Map<String, Object> changes) {
    Map<String, Object> after = new HashMap<>(site.config);
    after.putAll(changes);
    return new Values(after, key -> "site_config.json");
  }

  /** Turns the switch on, as far as the safeguard lets it. */
  void switchOn() {
    Values on = with(Map.of("enable_two_factor_auth", true));
    site.safeguard().protect(site.values(), on, false, () -> null);
    site.config.put("enable_two_factor_auth", true);
  }

  void change(Runnable change) {
    site.safeguard()
        .protect(
            site.values(),
            false,
            () -> {
              change.run();
              return null;
            });
  }

  static Failure refusal(Runnable deed) {
    Failure failure = assertThrows(Failure.class, deed::run);
    assertEquals(Failure.Kind.REFUSED, failure.kind());
    assertEquals("this would shut every administrator out", failure.getMessage());
    return failure;
  }
}
