package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.Style;
import com.ivendnext.ivn.cli.Table;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.twofactor.Coverage;
import com.ivendnext.ivn.twofactor.Exemption;
import com.ivendnext.ivn.twofactor.Grace;
import com.ivendnext.ivn.twofactor.Readiness;
import com.ivendnext.ivn.twofactor.Readiness.Problem;
import com.ivendnext.ivn.twofactor.Role;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

@Command
@Examples({"ivn --site mysite status", "ivn --site all status --format json"})
final class Status implements SiteCommand {
  private static final int BAR = 20;

  record RoleLine(String role, boolean twoFactor, int users, int required, int enrolled) {}

  record Report(
      String site,
      boolean twoFactorAuthentication,
      String method,
      int users,
      int disabled,
      int required,
      int enrolled,
      int missing,
      int exempt,
      Boolean clockSynchronised,
      List<RoleLine> roles,
      List<String> firstMissing,
      List<Exemption> exemptions,
      List<Problem> problems)
      implements Result {

    @Override
    public void print(TextWriter out) {
      String state = twoFactorAuthentication ? "on" : "off";
      out.line(Style.BOLD, site + ": two-factor authentication is " + state + ", method " + method);
      out.blank().table(Table.of("", "Users", "Need it", "Have it", "Coverage").rows(rows(out)));
      if (missing > 0) {
        String more = missing > firstMissing.size() ? " …" : "";
        out.blank().line("Missing: " + String.join(", ", firstMissing) + more);
      }
      for (Exemption given : exemptions) {
        String whom = given.user() + " (" + given.reason() + ")";
        out.line("Exempt until " + given.until() + ": " + whom);
      }
      for (Problem problem : problems) {
        out.blank().line(Style.WARNING, "Problem: " + problem.message());
        out.advise("  " + problem.remedy());
      }
    }

    private List<List<String>> rows(TextWriter out) {
      List<List<String>> rows = new ArrayList<>();
      rows.add(row(out, "Everybody", new int[] {users, required, enrolled}));
      for (RoleLine line : roles) {
        if (line.users() > 0) {
          String name = line.role() + (line.twoFactor() ? " (2FA)" : "");
          rows.add(row(out, name, new int[] {line.users(), line.required(), line.enrolled()}));
        }
      }
      return rows;
    }

    private static List<String> row(TextWriter out, String name, int[] counts) {
      int share = counts[1] == 0 ? 100 : (int) (100L * counts[2] / counts[1]);
      return List.of(
          name,
          String.valueOf(counts[0]),
          String.valueOf(counts[1]),
          String.valueOf(counts[2]),
          counts[1] == 0 ? "" : out.bar(counts[2], counts[1], BAR) + " " + share + " %");
    }
  }

  @Override
  public Result run(SiteSession site) {
    Grace.begin(site.store(), site.values(), site.login());
    return report(site, Coverage.of(site.store(), site.values(), site.login()));
  }

  private static Report report(SiteSession site, Coverage coverage) {
    List<Role> roles = site.store().roles().all();
    Coverage.Count all = coverage.everybody();
    Boolean synchronised = site.invocation().context().clockSynchronised().get().orElse(null);
    List<Problem> problems =
        Readiness.problems(site.values(), coverage, roles, !Boolean.FALSE.equals(synchronised));
    return new Report(
        site.site().name(),
        site.values().get(Settings.ENABLE_TWO_FACTOR_AUTH),
        site.values().get(Settings.TWO_FACTOR_METHOD).label(),
        all.users(),
        coverage.disabled(),
        all.required(),
        all.enrolled(),
        all.missing(),
        coverage.exempt(),
        synchronised,
        roles.stream().map(role -> line(role, coverage.byRole().get(role.name()))).toList(),
        coverage.missing(),
        site.store().exemptions().live(site.login().now()),
        problems);
  }

  private static RoleLine line(Role role, Coverage.Count count) {
    return new RoleLine(
        role.name(), role.twoFactor(), count.users(), count.required(), count.enrolled());
  }
}
