package com.ivendnext.ivn.command;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.Pruned;
import com.ivendnext.ivn.cli.Consent;
import com.ivendnext.ivn.cli.Counted;
import com.ivendnext.ivn.cli.Deadline;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command
@Examples({
  "ivn --site mysite audit prune --before 2026-01-01 --dry-run",
  "ivn --site mysite audit prune --before 365d --yes --reason \"kept for a year\""
})
final class AuditPrune implements SiteCommand {
  @Mixin private Consent consent;

  @Option(
      names = "--before",
      required = true,
      paramLabel = "TIME",
      description = "Remove what is older: 365d, 2026-12-01 or 2026-12-01T18:00:00Z.")
  private String before;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the audit log.")
  private String reason;

  @Option(names = "--dry-run", description = "Show what would be removed, remove nothing.")
  private boolean dryRun;

  record Done(boolean dryRun, Instant before, long removed, long first, long last)
      implements Result {
    static Done of(boolean dryRun, Instant before, Pruned pruned) {
      return new Done(dryRun, before, pruned.count(), pruned.first(), pruned.last());
    }

    @Override
    public void print(TextWriter out) {
      if (removed == 0) {
        out.line("The audit log has no records from before " + before + ".");
        return;
      }
      String records =
          Counted.of(removed, "audit record") + ", " + first + " to " + last + ", from before ";
      out.line((dryRun ? "Would remove " : "Removed ") + records + before + ".");
      if (dryRun) {
        out.advise("To keep them elsewhere: ivn audit export --until " + before + " -o FILE");
      }
    }
  }

  @Override
  public Result run(SiteSession site) {
    Instant now = site.login().now();
    Instant cut = Deadline.ago(before, now).truncatedTo(ChronoUnit.SECONDS);
    if (cut.isAfter(now)) {
      throw Failure.usage("--before is in the future: what is yet to be recorded cannot be pruned");
    }
    Done preview = Done.of(true, cut, site.store().rehearse(() -> prune(site, cut)));
    if (dryRun || preview.removed() == 0) {
      return new Done(dryRun, cut, preview.removed(), preview.first(), preview.last());
    }
    String records = Counted.of(preview.removed(), "audit record");
    consent.require(site.invocation(), "remove " + records + " from before " + cut + " for good");
    return Done.of(false, cut, prune(site, cut));
  }

  private Pruned prune(SiteSession site, Instant cut) {
    return site.store().pruneRecords(cut, reason);
  }
}
