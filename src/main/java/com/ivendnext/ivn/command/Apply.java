package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.AffectedList;
import com.ivendnext.ivn.cli.Caution;
import com.ivendnext.ivn.cli.Consent;
import com.ivendnext.ivn.cli.Counted;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.ExitStatus;
import com.ivendnext.ivn.cli.ForText;
import com.ivendnext.ivn.cli.InputFile;
import com.ivendnext.ivn.cli.Invocation;
import com.ivendnext.ivn.cli.PlanDiff;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.provision.Change.Sign;
import com.ivendnext.ivn.provision.Plan;
import com.ivendnext.ivn.provision.Reconciliation.Request;
import com.ivendnext.ivn.provision.State;
import com.ivendnext.ivn.provision.StateFile;
import com.ivendnext.ivn.twofactor.Impact.Affected;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command
@Examples({
  "ivn --site mysite apply -f site.yaml --dry-run",
  "ivn --site mysite apply -f site.yaml --yes --format json",
  "ivn --site mysite apply -f site.yaml --prune --dry-run --detailed-exitcode"
})
final class Apply implements SiteCommand {
  @Mixin Caution caution;
  @Mixin Consent consent;

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      required = true,
      description = "What the site is to be, in YAML or JSON (- for standard input).")
  Path file;

  @Option(
      names = "--prune",
      description = "Remove what a section of FILE does not name; never built-in roles.")
  boolean prune;

  @Option(
      names = "--detailed-exitcode",
      description = "Exit with 9 if there are changes, made or to be made.")
  boolean detailed;

  private State desired;

  record Applied(
      String site,
      boolean changed,
      boolean dryRun,
      long added,
      long modified,
      long removed,
      List<PlanDiff.Entry> changes,
      List<Affected> affected,
      Told told)
      implements Result {
    @Override
    public void print(TextWriter out) {
      if (!told.plan()) {
        PlanDiff.print(changes, out);
        AffectedList.print(affected, out);
      }
      if (!changed) {
        out.line("Nothing to change: " + site + " is what the file says.");
      } else if (dryRun) {
        out.line("Dry run, nothing was changed: " + counts("to add", "to change", "to remove"));
      } else {
        out.line("Applied to " + site + ": " + counts("added", "changed", "removed"));
      }
    }

    private String counts(String ofAdded, String ofModified, String ofRemoved) {
      return added
          + " "
          + ofAdded
          + ", "
          + modified
          + " "
          + ofModified
          + ", "
          + removed
          + " "
          + ofRemoved
          + ".";
    }

    @Override
    public ExitStatus exitStatus() {
      return changed && told.detailed() ? ExitStatus.CHANGES : ExitStatus.OK;
    }
  }

  /**
   * What only people are told otherwise.
   *
   * @param plan whether they have seen it
   * @param detailed whether changes show in the exit status
   */
  record Told(boolean plan, boolean detailed) implements ForText {}

  @Override
  public Result run(SiteSession site) {
    Request request = new Request(desired(site.invocation()), prune, caution.force());
    Plan plan = site.reconciliation().plan(request);
    boolean asks = !plan.isEmpty() && !caution.dryRun() && consent.asks(site.invocation());
    if (asks) {
      show(site, plan, site.reconciliation().rehearse(request, plan));
      consent.require(site.invocation(), "apply " + counted(plan) + " to " + site.site().name());
    }
    List<Affected> affected =
        plan.isEmpty()
            ? List.of()
            : caution.dryRun()
                ? site.reconciliation().rehearse(request, plan)
                : site.reconciliation().carryOut(request, plan);
    return applied(site, plan, affected, new Told(asks, detailed));
  }

  private State desired(Invocation invocation) {
    if (desired == null) {
      try (InputFile opened = InputFile.open(invocation, file)) {
        desired = StateFile.read(opened.readAll(StateFile.LIMIT_BYTES), opened.name());
      }
    }
    return desired;
  }

  private static void show(SiteSession site, Plan plan, List<Affected> affected) {
    TextWriter out = site.invocation().output().text();
    PlanDiff.print(PlanDiff.entries(plan), out);
    AffectedList.print(affected, out);
  }

  private static String counted(Plan plan) {
    return Counted.of(plan.changes().size(), "change");
  }

  private Applied applied(SiteSession site, Plan plan, List<Affected> affected, Told told) {
    return new Applied(
        site.site().name(),
        !plan.isEmpty(),
        caution.dryRun(),
        plan.count(Sign.ADD),
        plan.count(Sign.CHANGE),
        plan.count(Sign.REMOVE),
        PlanDiff.entries(plan),
        affected,
        told);
  }
}
