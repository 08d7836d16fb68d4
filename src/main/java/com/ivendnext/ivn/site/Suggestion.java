package com.ivendnext.ivn.site;

import com.ivendnext.ivn.settings.Closest;
import java.util.List;

/** What may have been meant by a name that does not exist. */
final class Suggestion {

  private static final int MAX_NAMES = 10;

  private Suggestion() {}

  /** A hint for a site that does not exist. */
  static String forMissing(String name, List<String> existing) {
    if (existing.isEmpty()) {
      return "there is no site yet; make one with: ivn new-site " + name;
    }
    String nearest = Closest.to(name, existing);
    return nearest == null ? "there is " + list(existing) : "did you mean " + nearest + "?";
  }

  private static String list(List<String> existing) {
    if (existing.size() <= MAX_NAMES) {
      return String.join(", ", existing);
    }
    int more = existing.size() - MAX_NAMES;
    return String.join(", ", existing.subList(0, MAX_NAMES)) + " and " + more + " more";
  }
}
