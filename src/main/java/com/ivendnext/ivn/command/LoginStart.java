package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.PasswordSource;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.login.Login.Outcome;
import com.ivendnext.ivn.login.Login.Status;
import com.ivendnext.ivn.twofactor.ShellWord;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command
@Examples({
  "ivn --site mysite login start user@example.com --password-file - --format json < password.txt"
})
final class LoginStart implements SiteCommand {
  @Mixin PasswordSource source;

  @Parameters(paramLabel = "USER", description = "The user.")
  String user;

  @Option(names = "--address", paramLabel = "ADDRESS", description = "Where the login comes from.")
  String address;

  record Begun(
      Status status,
      String user,
      String tmpId,
      String method,
      String destination,
      Instant expiresAt,
      String prompt)
      implements Result {
    static Begun of(Outcome outcome) {
      return new Begun(
          outcome.status(),
          outcome.user(),
          outcome.tmpId(),
          outcome.method() == null ? null : outcome.method().label(),
          outcome.destination(),
          outcome.expiresAt(),
          outcome.prompt());
    }

    @Override
    public void print(TextWriter out) {
      switch (status) {
        case LOGGED_IN -> out.line(user + " is logged in.");
        case OTP_REQUIRED ->
            out.line(
                destination == null
                    ? "The authenticator of " + user + " shows the code."
                    : "A code was sent to " + destination + ".");
        case ENROLLMENT_REQUIRED -> {
          if (prompt == null) {
            out.advise(user + " has to enroll first: ivn user enroll " + ShellWord.of(user));
          } else {
            out.line("A link to enroll by was sent to " + destination + ".").line(prompt);
          }
        }
      }
      if (tmpId != null) {
        out.advise("Next, until " + expiresAt + ": ivn login finish " + tmpId + " CODE");
      }
    }
  }

  @Override
  public Result run(SiteSession site) {
    char[] password = source.read(site.invocation(), false);
    return Begun.of(site.logins().start(user, password, site.login().from(address), site::channel));
  }
}
