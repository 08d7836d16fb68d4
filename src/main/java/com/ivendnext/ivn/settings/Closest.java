package com.ivendnext.ivn.settings;

import java.util.Locale;

/** Finds the word that somebody may have meant. */
public final class Closest {
  private Closest() {}

  /** Letters that say enough to be the beginning of a word. */
  private static final int BEGINNING = 3;

  /**
   * The candidate with the fewest edits, else the only one that begins so, or null where none is
   * near enough to be a slip.
   */
  public static String to(String typed, Iterable<String> candidates) {
    String word = typed.toLowerCase(Locale.ROOT);
    String best = null;
    int slips = Math.min(word.length() - 1, Math.max(1, Math.min(3, word.length() / 3)));
    int fewest = slips + 1;
    for (String candidate : candidates) {
      int edits = edits(word, candidate.toLowerCase(Locale.ROOT), fewest);
      if (edits < fewest) {
        fewest = edits;
        best = candidate;
      }
    }
    return best == null ? onlyBeginning(word, candidates) : best;
  }

  private static String onlyBeginning(String word, Iterable<String> candidates) {
    String only = null;
    for (String candidate : candidates) {
      if (word.length() >= BEGINNING && candidate.toLowerCase(Locale.ROOT).startsWith(word)) {
        if (only != null) {
          return null;
        }
        only = candidate;
      }
    }
    return only;
  }

  /** Edits (insert, delete, change, swap of neighbours) from one word to another, up to a limit. */
  private static int edits(String from, String to, int limit) {
    if (Math.abs(from.length() - to.length()) >= limit) {
      return limit;
    }
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
      }
    }
    return cost[from.length()][to.length()];
  }

  private static int cheapest(int[][] cost, String from, String to, int i, int j) {
    int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
    int least = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
