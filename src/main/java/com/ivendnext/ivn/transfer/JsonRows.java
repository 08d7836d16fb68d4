package com.ivendnext.ivn.transfer;

import java.util.Set;

/** Files that are one JSON array of objects. */
final class JsonRows {
  private JsonRows() {}

  /** The member names of the first object of an array, as far as they can be seen. */
  static Set<String> membersIn(Head head) {
    String text = head.text().stripLeading();
    String first = text.startsWith("[") ? text.substring(1).stripLeading() : "";
    return first.startsWith("{") ? Json.membersIn(first) : Set.of();
  }
}
