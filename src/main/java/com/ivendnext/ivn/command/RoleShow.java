package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Counted;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.twofactor.Roles.Summary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command
@Examples({"ivn --site mysite role show \"System Manager\""})
final class RoleShow implements SiteCommand {
  @Parameters(paramLabel = "ROLE", description = "The role.")
  String role;

  record Shown(String name, boolean twoFactor, boolean builtIn, String comesBy, long grants)
      implements Result {
    @Override
    public void print(TextWriter out) {
      out.line("Role           " + name + (builtIn ? " (built in)" : ""));
      out.line("Second factor  " + (twoFactor ? "asked for" : "not asked for"));
      out.line("Held by        " + (comesBy == null ? Counted.users(grants) : comesBy));
    }
  }

  @Override
  public Result run(SiteSession site) {
    Summary shown = site.roles().summary(role);
    return new Shown(
        shown.name(), shown.twoFactor(), shown.builtIn(), shown.comesBy(), shown.grants());
  }
}
