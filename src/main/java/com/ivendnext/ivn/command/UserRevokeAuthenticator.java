package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.twofactor.Authenticator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command
@Examples({
  "ivn --site mysite user revoke-authenticator user@example.com app",
  "ivn --site mysite user revoke-authenticator user@example.com \"old phone\" --force"
})
final class UserRevokeAuthenticator implements SiteCommand {
  @Parameters(index = "0", paramLabel = "USER", description = "The user.")
  String user;

  @Parameters(index = "1", paramLabel = "AUTHENTICATOR", description = "Its label or id.")
  String authenticator;

  @Option(names = "--force", description = "Also the last one of a user who needs one.")
  boolean force;

  record Revoked(String user, String label, String id) implements Result {
    @Override
    public void print(TextWriter out) {
      out.line("Revoked authenticator " + label + " of " + user + ": its codes are void.");
    }
  }

  @Override
  public Result run(SiteSession site) {
    Authenticator revoked = site.revocation().revoke(user, authenticator, force);
    return new Revoked(revoked.user(), revoked.label(), revoked.id());
  }
}
