package com.ivendnext.ivn.cli;

import java.util.List;
import java.util.Map;

/**
 * What a command answers: a record. Its components are the JSON document; {@link #print} is the
 * same for people. A command that people expect to be silent prints nothing.
 */
public interface Result {
  void print(TextWriter out);

  /**
   * What went well but deserves a word; printed on standard error. In JSON it is there only where
   * it is a component of the record.
   */
  default List<String> warnings() {
    return List.of();
  }

  /** A result whose document has members of its own, not those of a record. */
  interface Keyed extends Result {
    Map<String, ?> members();
  }
}
