package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Counted;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.Span;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.twofactor.Resynchronization;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command
@Examples({"ivn --site mysite otp resync user@example.com 123456 654321"})
final class OtpResync implements SiteCommand {
  @Parameters(index = "0", paramLabel = "USER", description = "The user.")
  String user;

  @Parameters(index = "1", paramLabel = "CODE1", description = "A code.")
  String first;

  @Parameters(index = "2", paramLabel = "CODE2", description = "The one that followed it.")
  String second;

  record Learned(String user, String authenticator, Long offsetSeconds, Long offsetCodes)
      implements Result {
    @Override
    public void print(TextWriter out) {
      out.line("Learned that " + authenticator + " of " + user + " is " + off() + ".");
      out.line("Both codes are used up; the next one is good.");
    }

    private String off() {
      if (offsetCodes != null) {
        return offsetCodes == 0 ? "in step" : Counted.of(offsetCodes, "code") + " ahead";
      }
      return offsetSeconds == 0
          ? "on time"
          : Span.of(Math.abs(offsetSeconds)) + (offsetSeconds < 0 ? " slow" : " fast");
    }
  }

  @Override
  public Result run(SiteSession site) {
    Resynchronization.Learned learned = site.resynchronization().resynchronize(user, first, second);
    return new Learned(
        learned.user(),
        learned.authenticator(),
        learned.counted() ? null : learned.offset(),
        learned.counted() ? learned.offset() : null);
  }
}
