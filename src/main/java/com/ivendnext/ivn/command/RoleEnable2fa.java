package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.AffectedList;
import com.ivendnext.ivn.cli.Caution;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.twofactor.Impact.Affected;
import com.ivendnext.ivn.twofactor.Role;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command
@Examples({
  "ivn --site mysite role enable-2fa \"Accounts Manager\"",
  "ivn --site mysite role enable-2fa All"
})
final class RoleEnable2fa implements SiteCommand {
  @Mixin Caution caution;

  @Parameters(paramLabel = "ROLE", description = "The role.")
  String role;

  record Ticked(
      String role, boolean twoFactor, boolean changed, boolean dryRun, List<Affected> affected)
      implements Result {
    @Override
    public void print(TextWriter out) {
      String state =
          twoFactor
              ? changed ? "now asks" : "already asks"
              : changed ? "no longer asks" : "does not ask";
      out.line(Caution.tense(dryRun, "Role " + role + " " + state + " for a second factor."));
      AffectedList.print(affected, out);
    }
  }

  @Override
  public Result run(SiteSession site) {
    Role ticked = new Role(site.roles().find(role).name(), true);
    List<Affected> affected =
        site.impact().of(site.values(), site.values(), person -> person.with(ticked));
    boolean changed =
        caution.apply(
            site,
            () -> {
              site.impact().begin(affected, site.login().now());
              return site.roles().tick(role, true);
            });
    return new Ticked(role, true, changed, caution.dryRun(), affected);
  }
}
