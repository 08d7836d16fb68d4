package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SecretSource;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.Span;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.twofactor.Diagnosis;
import com.ivendnext.ivn.twofactor.Diagnosis.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command
@Examples({"ivn --site mysite otp diagnose user@example.com 123456"})
final class OtpDiagnose implements SiteCommand {
  @Parameters(index = "0", paramLabel = "USER", description = "The user.")
  private String user;

  @Parameters(
      index = "1",
      paramLabel = "CODE",
      description = "The code; - reads it from standard input. It is never accepted here.")
  private String code;

  record Found(
      String user,
      boolean enabled,
      Verdict verdict,
      String authenticator,
      boolean pending,
      Long offsetSeconds,
      Long offsetCodes)
      implements Result {
    @Override
    public void print(TextWriter out) {
      out.line(sentence());
      if (verdict == Verdict.OFF) {
        out.advise("Two codes in a row mend it: ivn otp resync " + user + " CODE1 CODE2");
      }
      if (verdict == Verdict.UNKNOWN) {
        out.advise(
            "Perhaps it is of another account. Anew: ivn user enroll " + user + " --replace");
      }
      if (pending) {
        out.advise("That authenticator is not proven yet: ivn user confirm " + user + " CODE");
      }
      if (!enabled) {
        out.advise(user + " is kept from logging in: ivn user enable " + user);
      }
      out.line("This was counted as a wrong code; ask again only as often as you must.");
    }

    private String sentence() {
      return switch (verdict) {
        case RIGHT_NOW ->
            pending || !enabled
                ? "Right, of " + authenticator + "."
                : "Right: it would be accepted, by " + authenticator + ".";
        case USED ->
            "It was used before, or a later one was, of " + authenticator + ": take the next one.";
        case OFF -> "Right, but " + off() + ", of " + authenticator + ".";
        case UNKNOWN ->
            "It is no code of "
                + user
                + ": none of 24 hours back or ahead, none of the next 100 of a hardware token.";
      };
    }

    private String off() {
      if (offsetCodes != null) {
        return offsetCodes + " codes ahead: the token was pressed without being used";
      }
      boolean slow = offsetSeconds < 0;
      return Span.of(Math.abs(offsetSeconds))
          + (slow ? " old: its clock is slow" : " early: its clock is fast");
    }
  }

  @Override
  public Result run(SiteSession site) {
    String typed = SecretSource.argument(site.invocation(), code);
    Diagnosis.Finding finding = site.diagnosis().diagnose(user, typed);
    boolean known = finding.verdict() != Verdict.UNKNOWN;
    return new Found(
        finding.user(),
        finding.enabled(),
        finding.verdict(),
        finding.authenticator(),
        finding.pending(),
        known && !finding.counted() ? finding.offset() : null,
        known && finding.counted() ? finding.offset() : null);
  }
}
