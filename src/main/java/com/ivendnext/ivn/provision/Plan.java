package com.ivendnext.ivn.provision;

import com.ivendnext.ivn.provision.Change.Kind;
import com.ivendnext.ivn.provision.Change.Sign;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What leads from what a site is to what it is to be.
 *
 * @param changes settings, then roles, then users
 */
public record Plan(List<Change> changes) {
  public Plan {
    changes = List.copyOf(changes);
  }

  public boolean isEmpty() {
    return changes.isEmpty();
  }

  public long count(Sign sign) {
    return changes.stream().filter(change -> change.sign() == sign).count();
  }

  List<Change> of(Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).toList();
  }

  /** What becomes of a site's own config. */
  Map<String, Object> applied(Map<String, Object> config) {
    Map<String, Object> after = new LinkedHashMap<>(config);
    for (Change change : of(Kind.SETTING)) {
      if (change.sign() == Sign.REMOVE) {
        after.remove(change.name());
      } else {
        after.put(change.name(), change.fields().get(0).after());
      }
    }
    return after;
  }
}
