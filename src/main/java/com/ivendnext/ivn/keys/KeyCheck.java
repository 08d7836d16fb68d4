package com.ivendnext.ivn.keys;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.twofactor.Vault;
import com.ivendnext.ivn.twofactor.Vault.Closed;
import com.ivendnext.ivn.twofactor.Vault.Tally;
import java.util.ArrayList;
import java.util.List;

/** Whether every sealed value of a store opens. */
public final class KeyCheck {
  /** As many are named in a sentence for people; programs get them all. */
  private static final int NAMED = 10;

  private final Vault vault;

  public KeyCheck(Vault vault) {
    this.vault = vault;
  }

  /**
   * The sealed values, table by table.
   *
   * @throws Failure (data) when one does not open, with {@code tables} as detail: it names every
   *     row that does not
   */
  public List<Tally> run() {
    List<Tally> tallies = vault.check();
    List<Closed> closed = new ArrayList<>();
    tallies.forEach(tally -> closed.addAll(tally.closed()));
    if (!closed.isEmpty()) {
      throw Failure.data(
              closed.size()
                  + " of "
                  + total(tallies)
                  + " sealed values do not open: "
                  + names(closed))
          .hint("ivn user revoke-authenticator ends one, and its user enrolls anew")
          .detail("tables", tallies);
    }
    return tallies;
  }

  static int total(List<Tally> tallies) {
    int total = 0;
    for (Tally tally : tallies) {
      total += tally.values();
    }
    return total;
  }

  private static String names(List<Closed> closed) {
    StringBuilder names = new StringBuilder();
    for (Closed value : closed.subList(0, Math.min(NAMED, closed.size()))) {
      names.append(names.isEmpty() ? "" : ", ").append(value.table()).append(' ');
      names.append(value.row());
      names.append(value.user().isEmpty() ? "" : " of " + value.user());
    }
    int more = closed.size() - NAMED;
    return more > 0 ? names + " and " + more + " more" : names.toString();
  }
}
