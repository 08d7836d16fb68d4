package com.ivendnext.ivn.site;

import com.ivendnext.ivn.Failure;
import java.nio.file.Path;

/**
 * A site of a bench.
 *
 * @param name the name of its directory
 * @param directory {@code <bench>/sites/<name>}, absolute
 */
public record Site(String name, Path directory, Bench bench) {

  /** Its {@code site_config.json}. */
  public ConfigFile config() {
    return new ConfigFile(
        directory.resolve(Bench.SITE_CONFIG), directory.resolve("locks").resolve(Bench.LOCK));
  }

  /** Where its store is, or is to be. */
  public Path storeFile() {
    return directory.resolve("ivn.db");
  }

  /** Where its backups are, unless they are put elsewhere; bench clears its own after a day. */
  public Path backups() {
    return directory.resolve("ivn.backups");
  }

  /** The head of its audit log. */
  public AuditHeadFile auditHead() {
    return new AuditHeadFile(directory.resolve("ivn.audit-head"));
  }

  /**
   * The config of the bench overridden by that of the site, read now.
   *
   * @throws Failure of kind data where either cannot be read
   */
  public MergedConfig merged() {
    return new MergedConfig(bench.commonConfig(), config());
  }
}
