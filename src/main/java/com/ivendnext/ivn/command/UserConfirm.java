package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SecretSource;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.twofactor.Authenticator;
import com.ivendnext.ivn.twofactor.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command
@Examples({"ivn --site mysite user confirm user@example.com 123456"})
final class UserConfirm implements SiteCommand {
  @Parameters(index = "0", paramLabel = "USER", description = "The user.")
  String user;

  @Parameters(
      index = "1",
      paramLabel = "CODE",
      description = "The code that the authenticator shows; - reads it from standard input.")
  String code;

  record Confirmed(String user, String authenticator, boolean replaced, int recoveryCodesLeft)
      implements Result {
    @Override
    public void print(TextWriter out) {
      out.line("Authenticator " + authenticator + " of " + user + " is active.");
      if (replaced) {
        out.line("The one that it replaces has ended.");
      }
      out.line("That code is used up; the next login takes the next one.");
      if (recoveryCodesLeft == 0) {
        out.advise("For the day the phone is lost: ivn recovery generate " + user);
      }
    }
  }

  @Override
  public Result run(SiteSession site) {
    return confirm(site, user, SecretSource.argument(site.invocation(), code));
  }

  static Result confirm(SiteSession site, String user, String code) {
    Verification proven = site.confirmation().confirm(user, code).orFail();
    site.notice().after(proven);
    int left = site.recoveryCodes().count(proven.user()).left();
    Authenticator active = proven.authenticator();
    return new Confirmed(proven.user(), active.label(), active.replaces() != null, left);
  }
}
