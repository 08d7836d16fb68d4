package com.ivendnext.ivn.command;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.settings.Method;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.twofactor.OutOfBand;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command
@Examples({
  "ivn --site mysite otp send user@example.com",
  "ivn --site mysite otp send user@example.com --method SMS"
})
final class OtpSend implements SiteCommand {
  @Parameters(paramLabel = "USER", description = "The user.")
  String user;

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description = "Email or SMS. Default: two_factor_method.")
  String typedMethod;

  record Sent(String user, String method, String destination, Instant expiresAt) implements Result {
    @Override
    public void print(TextWriter out) {
      out.line("Sent a code to " + destination + ". It is good once, until " + expiresAt + ".");
    }
  }

  @Override
  public Result run(SiteSession site) {
    Method method = method(site);
    OutOfBand.Sent sent = site.outOfBand().send(user, method, site.channel(method));
    return new Sent(sent.user(), sent.method().label(), sent.destination(), sent.expiresAt());
  }

  private Method method(SiteSession site) {
    Method method =
        typedMethod == null
            ? site.values().get(Settings.TWO_FACTOR_METHOD)
            : Settings.TWO_FACTOR_METHOD.type().read(typedMethod);
    if (method == null || method == Method.OTP_APP) {
      throw Failure.usage("a code is sent by Email or SMS").hint("--method Email or --method SMS");
    }
    return method;
  }
}
