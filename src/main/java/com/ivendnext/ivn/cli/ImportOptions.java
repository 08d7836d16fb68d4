package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.transfer.Import;
import com.ivendnext.ivn.transfer.OnConflict;
import picocli.CommandLine.Option;

/** The options that say how an import takes rows. */
public final class ImportOptions {
  @Option(
      names = "--on-conflict",
      paramLabel = "WHAT",
      description = "Where the site says something else: fail (default), skip or replace.")
  OnConflict onConflict = OnConflict.FAIL;

  @Option(names = "--create-roles", description = "Add roles that the site lacks.")
  boolean createRoles;

  @Option(
      names = "--user",
      paramLabel = "USER",
      description = "Whose it is, where the file does not tell.")
  String user;

  @Option(
      names = "--domain",
      paramLabel = "DOMAIN",
      description = "Append @DOMAIN to user names that have none.")
  String domain;

  /** All of it. */
  public Import.Order order(Caution caution) {
    return new Import.Order(
        onConflict, createRoles, user, domain, caution.force(), caution.dryRun());
  }
}
