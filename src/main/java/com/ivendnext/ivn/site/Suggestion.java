package com.ivendnext.ivn.site;

import java.util.List;

/** What may have been meant by a name that does not exist. */
final class Suggestion {

  /** How many characters may differ. */
  private static final int MAX_DISTANCE = 2;

  private static final int MAX_NAMES = 10;

  private Suggestion() {}

  /** A hint for a site that does not exist. */
  static String forMissing(String name, List<String> existing) {
    if (existing.isEmpty()) {
      return "there is no site yet; make one with: ivn new-site " + name;
    }
    String nearest = nearest(name, existing);
    return nearest == null ? "there is " + list(existing) : "did you mean " + nearest;
  }

  private static String nearest(String name, List<String> existing) {
    String nearest = null;
    int least = Math.min(MAX_DISTANCE, name.length() - 1) + 1;
    for (String candidate : existing) {
      int distance = distance(name, candidate);
      if (distance < least) {
        nearest = candidate;
        least = distance;
      }
    }
    return nearest;
  }

  private static String list(List<String> existing) {
    if (existing.size() <= MAX_NAMES) {
      return String.join(", ", existing);
    }
    int more = existing.size() - MAX_NAMES;
    return String.join(", ", existing.subList(0, MAX_NAMES)) + " and " + more + " more";
  }

  /** How many characters must be put in, left out or changed: the Levenshtein distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
