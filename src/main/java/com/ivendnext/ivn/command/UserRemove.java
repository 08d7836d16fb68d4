package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Caution;
import com.ivendnext.ivn.cli.Consent;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command
@Examples({"ivn --site mysite user remove user@example.com --yes"})
final class UserRemove implements SiteCommand {
  @Mixin Caution caution;
  @Mixin Consent consent;

  @Parameters(paramLabel = "USER", description = "The user.")
  String user;

  record Removed(String user, boolean dryRun) implements Result {
    @Override
    public void print(TextWriter out) {
      out.line(Caution.tense(dryRun, "Removed " + user + " with all grants and authenticators."));
    }
  }

  @Override
  public Result run(SiteSession site) {
    String name = site.accounts().removable(user).user().name();
    if (!caution.dryRun()) {
      consent.require(site.invocation(), "remove user " + name + " and all authenticators");
    }
    caution.apply(site, () -> site.accounts().remove(name));
    return new Removed(name, caution.dryRun());
  }
}
