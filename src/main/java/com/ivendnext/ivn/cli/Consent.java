package com.ivendnext.ivn.cli;

import picocli.CommandLine.Option;

/** The option of commands that destroy something. */
public final class Consent {
  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  boolean yes;

  /**
   * Makes sure that {@code deed} is wanted.
   *
   * @throws com.ivendnext.ivn.Failure (refused) when it is not
   */
  public void require(Invocation invocation, String deed) {
    invocation.confirm(deed, yes);
  }

  /** Whether somebody is to be asked: where nobody can be, the deed is done. */
  public boolean asks(Invocation invocation) {
    return !yes && invocation.interactive();
  }
}
