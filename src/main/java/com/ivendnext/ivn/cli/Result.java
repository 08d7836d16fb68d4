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

  /** What was done a little otherwise than asked; as {@link #warnings}, but no cause for worry. */
  default List<String> notes() {
    return List.of();
  }

  /** What the run ends with: OK, unless the answer itself is one that scripts must notice. */
  default ExitStatus exitStatus() {
    return ExitStatus.OK;
  }

  /** A result that stands in its document under the name of its site, even if that is the one. */
  interface Keyed extends Result {
    Map<String, ?> members();
  }
}
