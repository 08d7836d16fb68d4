package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command
@Examples({
  "ivn --site mysite role enable-2fa \"Accounts Manager\"",
  "ivn --site mysite role enable-2fa All"
})
final class RoleEnable2fa implements SiteCommand {
  @Parameters(paramLabel = "ROLE", description = "The role.")
  private String role;

  record Ticked(String role, boolean twoFactor, boolean changed) implements Result {
    @Override
    public void print(TextWriter out) {
      String state =
          twoFactor
              ? changed ? "now asks" : "already asks"
              : changed ? "no longer asks" : "does not ask";
      out.line("Role " + role + " " + state + " for a second factor.");
    }
  }

  @Override
  public Result run(SiteSession site) {
    return new Ticked(role, true, site.roles().tick(role, true));
  }
}
