package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command
@Examples({"ivn --site mysite user disable user@example.com"})
final class UserDisable implements SiteCommand {
  @Parameters(paramLabel = "USER", description = "The user.")
  private String user;

  @Override
  public Result run(SiteSession site) {
    boolean changed = site.accounts().enable(user, false);
    return new UserEnable.Switched(site.accounts().find(user).user().name(), false, changed);
  }
}
