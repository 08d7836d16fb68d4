package com.ivendnext.ivn.command;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.PasswordSource;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.twofactor.UserName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command
@Examples({
  "ivn --site mysite user set-password user@example.com",
  "ivn --site mysite user set-password user@example.com --password-file password.txt",
  "ivn --site mysite user set-password user@example.com --generate"
})
final class UserSetPassword implements SiteCommand {
  @Mixin PasswordSource source;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "USER",
      description = "The user. Default: Administrator.")
  String user = UserName.ADMINISTRATOR;

  @Parameters(index = "1", arity = "0..1", hidden = true, paramLabel = "PASSWORD")
  String typedPassword;

  @Option(names = "--generate", description = "Make a password and show it this once.")
  boolean generate;

  record Changed(String user, String generatedPassword) implements Result {
    @Override
    public void print(TextWriter out) {
      out.line("The password of " + user + " is set.");
      if (generatedPassword != null) {
        out.line("It is " + generatedPassword + " and is shown this once.");
      }
    }
  }

  /** bench takes one as an argument, where everybody on the machine can read it. */
  private void refusePassword() {
    boolean name = user.indexOf('@') >= 0 || user.equalsIgnoreCase(UserName.ADMINISTRATOR);
    if (typedPassword != null || !name) {
      throw Failure.usage("a password is not given on the command line, where others can read it")
          .hint("--password-file FILE reads it, or - from standard input");
    }
  }

  @Override
  public Result run(SiteSession site) {
    if (generate && source.given()) {
      throw Failure.usage("--generate and --password-file exclude each other");
    }
    refusePassword();
    String name = site.accounts().find(user).user().name();
    String generated = generate ? site.passwords().generate() : null;
    char[] password = generate ? generated.toCharArray() : source.read(site.invocation(), true);
    site.passwords().set(name, password);
    return new Changed(name, generated);
  }
}
