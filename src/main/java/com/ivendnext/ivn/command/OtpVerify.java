package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SecretSource;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.twofactor.Verification;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command
@Examples({
  "ivn --site mysite otp verify user@example.com 123456",
  "ivn --site mysite otp verify user@example.com - < code.txt"
})
final class OtpVerify implements SiteCommand {
  @Parameters(index = "0", paramLabel = "USER", description = "The user.")
  String user;

  @Parameters(
      index = "1",
      paramLabel = "CODE",
      description = "What the user typed; - reads it from standard input.")
  String code;

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
    String typed = SecretSource.argument(site.invocation(), code);
    Verification good = site.verifier().verify(user, typed).orFail();
    return new Accepted(
        good.user(),
        true,
        good.reason().word(),
        good.how(),
        good.recoveryCodesLeft(),
        RecoveryStatus.warnings(good.user(), good.recoveryCodesLeft()));
  }
}
