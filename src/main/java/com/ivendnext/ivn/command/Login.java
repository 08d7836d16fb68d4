package com.ivendnext.ivn.command;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.cli.CodePrompt;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.PasswordSource;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.login.Login.Outcome;
import com.ivendnext.ivn.login.Login.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command
@Examples({"ivn --site mysite login user@example.com"})
final class Login implements SiteCommand {
  @Mixin PasswordSource source;

  @Parameters(paramLabel = "USER", description = "The user.")
  String user;

  @Override
  public Result run(SiteSession site) {
    if (!site.invocation().interactive()) {
      throw Failure.usage("login asks, and there is nobody to ask")
          .hint("ivn login start and ivn login finish are for scripts");
    }
    char[] password = source.read(site.invocation(), false);
    Outcome begun = site.logins().start(user, password, site.login(), site::channel);
    if (begun.status() == Status.LOGGED_IN) {
      return LoginStart.Begun.of(begun);
    }
    site.invocation().output().text().line(where(begun));
    return CodePrompt.ask(
            site, "Code: ", code -> LoginStart.Begun.of(finish(site, begun.tmpId(), code)))
        .orElseThrow(() -> Failure.rejected(begun.user() + " is not logged in"));
  }

  private static Outcome finish(SiteSession site, String tmpId, String code) {
    return site.logins().finish(tmpId, code, site.login(), site::channel);
  }

  private static String where(Outcome begun) {
    if (begun.prompt() != null) {
      return begun.prompt() + " It was sent to " + begun.destination() + ".";
    }
    if (begun.destination() != null) {
      return "A code was sent to " + begun.destination() + ".";
    }
    return begun.status() == Status.ENROLLMENT_REQUIRED
        ? begun.user() + " has to prove an authenticator that is pending."
        : "The authenticator shows the code.";
  }
}
