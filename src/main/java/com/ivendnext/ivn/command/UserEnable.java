package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Caution;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command
@Examples({"ivn --site mysite user enable user@example.com"})
final class UserEnable implements SiteCommand {
  @Parameters(paramLabel = "USER", description = "The user.")
  String user;

  record Switched(String user, boolean enabled, boolean changed, boolean dryRun) implements Result {
    @Override
    public void print(TextWriter out) {
      String state = enabled ? " can log in" : " is kept from logging in";
      out.line(Caution.tense(dryRun, user + state + (changed ? " now." : " already.")));
    }
  }

  @Override
  public Result run(SiteSession site) {
    boolean changed = site.accounts().enable(user, true);
    return new Switched(site.accounts().find(user).user().name(), true, changed, false);
  }
}
