package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Caution;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command
@Examples({"ivn --site mysite user disable user@example.com"})
final class UserDisable implements SiteCommand {
  @Mixin Caution caution;

  @Parameters(paramLabel = "USER", description = "The user.")
  String user;

  @Override
  public Result run(SiteSession site) {
    String name = site.accounts().find(user).user().name();
    boolean changed = caution.apply(site, () -> site.accounts().enable(name, false));
    return new UserEnable.Switched(name, false, changed, caution.dryRun());
  }
}
