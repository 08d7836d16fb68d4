package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.settings.Values;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The options of commands that could shut somebody out. */
public final class Caution {
  @Option(names = "--force", description = "Do it even if it shuts every administrator out.")
  boolean force;

  @Option(names = "--dry-run", description = "Show what would follow, change nothing.")
  boolean dryRun;

  public boolean force() {
    return force;
  }

  public boolean dryRun() {
    return dryRun;
  }

  /**
   * Makes a change of the site's store, or with {@code --dry-run} only finds out what would follow.
   *
   * @throws com.ivendnext.ivn.Failure the change's own; refused: it would shut every administrator
   *     out
   */
  public <T> T apply(SiteSession site, Supplier<T> change) {
    return apply(site, site.values(), site.values(), change);
  }

  /** As {@link #apply(SiteSession, Supplier)} where settings change too. */
  <T> T apply(SiteSession site, Values before, Values after, Supplier<T> change) {
    return carryOut(site, () -> site.safeguard().protect(before, after, force, change));
  }

  /** Makes a change that guards itself, or with {@code --dry-run} only finds out what follows. */
  public <T> T carryOut(SiteSession site, Supplier<T> change) {
    return dryRun ? site.store().rehearse(change) : change.get();
  }

  /** {@code sentence}, or what a dry run makes of it. */
  public static String tense(boolean dryRun, String sentence) {
    return dryRun ? "Dry run, nothing was changed. It would say: " + sentence : sentence;
  }
}
