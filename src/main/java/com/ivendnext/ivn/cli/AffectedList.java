package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.twofactor.Impact.Affected;
import com.ivendnext.ivn.twofactor.Impact.Standing;
import java.util.List;

/** Shows people whom a change makes use a second factor: the first ten, then a count. */
public final class AffectedList {
  private static final int SHOWN = 10;

  private AffectedList() {}

  public static void print(List<Affected> affected, TextWriter out) {
    if (affected.isEmpty()) {
      return;
    }
    out.line(
        "This concerns " + Counted.users(affected.size()) + ", who will need a second factor.");
    out.table(
        Table.of("User", "Can log in")
            .rows(affected.stream().limit(SHOWN).map(AffectedList::cells).toList()));
    if (affected.size() > SHOWN) {
      out.line("… and " + (affected.size() - SHOWN) + " more; --format json lists them all.");
    }
    if (affected.stream().anyMatch(person -> person.standing() == Standing.MUST_ENROLL)) {
      out.advise("Who has to enroll: ivn user list --missing");
    }
  }

  private static List<String> cells(Affected person) {
    return List.of(
        person.user() + (person.administrator() ? " (administrator)" : ""),
        person.standing().words());
  }
}
