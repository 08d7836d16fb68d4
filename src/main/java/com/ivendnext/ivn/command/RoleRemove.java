package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Consent;
import com.ivendnext.ivn.cli.Counted;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.twofactor.Roles.Summary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command
@Examples({"ivn --site mysite role remove \"Accounts Manager\""})
final class RoleRemove implements SiteCommand {
  @Mixin Consent consent;

  @Parameters(paramLabel = "ROLE", description = "The role.")
  String role;

  record Removed(String role, long grants) implements Result {
    @Override
    public void print(TextWriter out) {
      String from = grants == 0 ? "" : " from the site and from " + Counted.users(grants);
      out.line("Removed role " + role + from + ".");
    }
  }

  @Override
  public Result run(SiteSession site) {
    Summary doomed = site.roles().removable(role);
    consent.require(
        site.invocation(),
        "remove role " + role + " (held by " + Counted.users(doomed.grants()) + ")");
    site.roles().remove(role);
    return new Removed(role, doomed.grants());
  }
}
