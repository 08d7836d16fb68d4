package com.ivendnext.ivn.cli;

/** A command that is about one site; with {@code --site all} it runs once for each. */
public interface SiteCommand {
  /**
   * @throws com.ivendnext.ivn.Failure with what went wrong
   */
  Result run(SiteSession site);
}
