package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command
@Examples({"ivn --site mysite role add \"Accounts Manager\""})
final class RoleAdd implements SiteCommand {
  @Parameters(paramLabel = "ROLE", description = "The name of the role.")
  String role;

  record Added(String role, boolean twoFactor) implements Result {
    @Override
    public void print(TextWriter out) {
      out.line("Added role " + role + ". It does not ask for a second factor yet.");
    }
  }

  @Override
  public Result run(SiteSession site) {
    var added = site.roles().add(role);
    return new Added(added.name(), added.twoFactor());
  }
}
