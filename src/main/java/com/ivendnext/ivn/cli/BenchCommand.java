package com.ivendnext.ivn.cli;

/** A command that is about the bench, or about nothing but itself. */
public interface BenchCommand {
  /**
   * @throws com.ivendnext.ivn.Failure with what went wrong
   */
  Result run(Invocation invocation);
}
