package com.ivendnext.ivn.command;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SecretSource;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.twofactor.UserName;
import com.ivendnext.ivn.twofactor.Verification;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command
@Examples({
  "ivn --site mysite otp verify user@example.com 123456",
  "ivn --site mysite otp verify user@example.com - < code.txt",
  "ivn --site mysite otp verify --user-from-env PAM_USER --domain example.com -"
})
final class OtpVerify implements SiteCommand {
  @Parameters(
      index = "0",
      paramLabel = "USER",
      description = "The user; left out where --user-from-env tells.")
  String user;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "CODE",
      description = "What the user typed; - reads it from standard input.")
  String code;

  @Option(
      names = "--user-from-env",
      paramLabel = "NAME",
      description = "Take USER from that environment variable, as pam_exec sets PAM_USER.")
  String variable;

  @Option(
      names = "--domain",
      paramLabel = "DOMAIN",
      description = "Put @DOMAIN behind a USER that is no e-mail address.")
  String domain;

  record Accepted(
      String user,
      boolean accepted,
      String reason,
      String authenticator,
      Integer recoveryCodesLeft,
      List<String> warnings)
      implements Result {
    @Override
    public void print(TextWriter out) {
      String left =
          recoveryCodesLeft == null ? "" : " Recovery codes left: " + recoveryCodesLeft + ".";
      out.line("The code is accepted." + left);
    }
  }

  @Override
  public Result run(SiteSession site) {
    String whose = user(site.invocation().context().environment());
    String typed = SecretSource.argument(site.invocation(), code == null ? user : code);
    Verification good = site.verifier().verify(whose, typed).orFail();
    if (good.recoveryCodesLeft() != null) { // else mail would slow down what must be fast
      site.notice().after(good);
    }
    return new Accepted(
        good.user(),
        true,
        good.reason().word(),
        good.how(),
        good.recoveryCodesLeft(),
        RecoveryStatus.warnings(good.user(), good.recoveryCodesLeft()));
  }

  private String user(Map<String, String> environment) {
    if (code != null && variable != null) {
      throw Failure.usage("name USER or --user-from-env, not both");
    }
    if (code == null && variable == null) {
      throw Failure.usage("missing CODE").hint("ivn otp verify --help shows what it takes");
    }
    String name = variable == null ? user : environment.getOrDefault(variable, "");
    if (name.isBlank()) {
      throw Failure.usage("the environment variable " + variable + " names no user")
          .hint("pam_exec sets PAM_USER; elsewhere name USER");
    }
    return domain == null ? name : UserName.inDomain(name, domain);
  }
}
