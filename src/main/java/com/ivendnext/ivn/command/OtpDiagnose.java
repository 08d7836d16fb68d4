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
import com.ivendnext.ivn.twofactor.Enrollment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command
@Examples({"ivn --site mysite otp diagnose user@example.com 123456"})
final class OtpDiagnose implements SiteCommand {
  @Parameters(index = "0", paramLabel = "USER", description = "The user.")
  String user;

  @Parameters(
      index = "1",
      paramLabel = "CODE",
      description = "The code; - reads it from standard input. It is never accepted here.")
  String code;

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
      out.line(
          verdict == Verdict.UNKNOWN
              ? "It is no code of "
                  + user
                  + ": none of 24 hours back or ahead, none of the next 100 of a hardware token."
              : "Right for " + authenticator + predicate() + ".");
      switch (verdict) {
        case OFF ->
            out.advise("Two codes in a row mend it: ivn otp resync " + user + " CODE1 CODE2");
        case PASSED -> out.advise("Set its clock right, or enroll anew: " + successor());
        case UNKNOWN -> out.advise("Perhaps it is of another account. Anew: " + successor());
        default -> {}
      }
      if (pending) {
        out.advise("That authenticator is not proven yet: ivn user confirm " + user + " CODE");
      }
      if (!enabled) {
        out.advise(user + " is kept from logging in: ivn user enable " + user);
      }
      out.line("This was counted as a wrong code; ask again only as often as you must.");
    }

    private String successor() {
      boolean usual = authenticator == null || authenticator.equals(Enrollment.USUAL_LABEL);
      String label = usual ? "" : " --label \"" + authenticator + "\"";
      return "ivn user enroll " + user + label + " --replace";
    }

    private String predicate() {
      return switch (verdict) {
        case RIGHT_NOW -> pending || !enabled ? "" : ": it would be accepted";
        case USED -> ", but it was used, or a later one was: take the next one";
        case PASSED -> ", but" + age() + " a later one was used: its clock " + pace();
        default ->
            offsetCodes == null
                ? ", but" + age() + ": its clock " + pace()
                : ", but " + offsetCodes + " codes ahead: it was pressed without being used";
      };
    }

    private String age() {
      if (offsetSeconds == 0) {
        return "";
      }
      String when = offsetSeconds < 0 ? " old" : " early";
      String and = verdict == Verdict.PASSED ? ", and" : "";
      return " " + Span.of(Math.abs(offsetSeconds)) + when + and;
    }

    private String pace() {
      return offsetSeconds < 0 ? "is slow" : offsetSeconds == 0 ? "was fast" : "is fast";
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
