package com.ivendnext.ivn.command;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.cli.BulkOptions;
import com.ivendnext.ivn.cli.BulkRun;
import com.ivendnext.ivn.cli.CodePrompt;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Nothing;
import com.ivendnext.ivn.cli.QrDrawing;
import com.ivendnext.ivn.cli.QrOptions;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SecretSource;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.twofactor.Authenticator;
import com.ivendnext.ivn.twofactor.Authenticator.Kind;
import com.ivendnext.ivn.twofactor.Enrollment;
import com.ivendnext.ivn.twofactor.LinkByMail;
import com.ivendnext.ivn.twofactor.ShellWord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command
@Examples({
  "ivn --site mysite user enroll user@example.com",
  "ivn --site mysite user enroll user@example.com --label \"work phone\"",
  "ivn --site mysite user enroll user@example.com --no-qr --qr-png qr.png --format json",
  "ivn --site mysite user enroll user@example.com --email",
  "ivn --site mysite user enroll --missing --out codes"
})
final class UserEnroll implements SiteCommand {
  @Mixin QrOptions qr;
  @Mixin BulkOptions bulk;

  @Parameters(arity = "0..1", paramLabel = "USER", description = "The user.")
  String user;

  @Option(
      names = "--label",
      paramLabel = "NAME",
      description = "Tells this authenticator from others of the user. Default: app.")
  String label = Enrollment.USUAL_LABEL;

  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      description = "Use the base32 secret in FILE (- for standard input), not a new one.")
  Path secretFile;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "totp for an app (default), hotp for a hardware token.")
  Kind kind = Kind.TOTP;

  @Option(
      names = "--counter",
      paramLabel = "N",
      description = "The next counter of a hardware token. Default: 0.")
  long counter;

  @Option(
      names = "--replace",
      description = "Make the successor of the active authenticator of that label.")
  boolean replace;

  @Option(
      names = "--email",
      description = "Mail the user a link to the QR code, and show neither here.")
  boolean email;

  record Offered(
      String user,
      String authenticator,
      String id,
      Authenticator.State state,
      Kind type,
      boolean pendingBefore,
      String issuer,
      String algorithm,
      int digits,
      int period,
      String secret,
      String uri,
      Path qrPng,
      Path qrSvg,
      QrDrawing drawing,
      List<String> warnings)
      implements Result {
    @Override
    public void print(TextWriter out) {
      out.line(heading(pendingBefore, authenticator, user));
      out.line(drawing.instruction(out)).blank();
      drawing.print(out);
      out.line("  Key      " + SharedSecret.ofBase32(secret).grouped());
      out.line("  Account  " + user + " (" + issuer + ")");
      String pace =
          period == 0 ? " digits, at each press, " : " digits, every " + period + " seconds, ";
      out.line("  Codes    " + digits + pace + algorithm);
      out.blank()
          .advise(
              "It counts once a code proves it: ivn user confirm " + ShellWord.of(user) + " CODE");
    }
  }

  record Mailed(
      String user,
      String authenticator,
      String id,
      Authenticator.State state,
      boolean pendingBefore,
      String destination,
      Instant expiresAt,
      List<String> warnings)
      implements Result {
    static Mailed of(LinkByMail.Sent sent) {
      Authenticator made = sent.authenticator();
      return new Mailed(
          made.user(),
          made.label(),
          made.id(),
          made.state(),
          sent.again(),
          sent.destination(),
          sent.expiresAt(),
          sent.warnings());
    }

    @Override
    public void print(TextWriter out) {
      out.line(heading(pendingBefore, authenticator, user));
      out.line(
          "A link to its QR code was sent to " + destination + ". It works until " + expiresAt);
      out.line("or until a code proves the authenticator on that page.");
    }
  }

  private static String heading(boolean pendingBefore, String authenticator, String user) {
    String what = pendingBefore ? "Waiting for its first code" : "New authenticator";
    return what + ": " + authenticator + " of " + user + ".";
  }

  @Override
  public Result run(SiteSession site) {
    requireSense();
    if (bulk.many(user)) {
      return new BulkRun(site, bulk, label).run(email);
    }
    qr.requireWritable(site.invocation());
    SharedSecret own =
        secretFile == null
            ? null
            : SharedSecret.ofBase32(SecretSource.read(site.invocation(), secretFile));
    return email ? mail(site, request(own)) : ask(site, show(site, request(own)));
  }

  private void requireSense() {
    if (email && qr.toFile()) {
      throw Failure.usage("--email shows the QR code to the user alone, not to a file here")
          .hint("leave out --email, or --qr-png and --qr-svg");
    }
    if (email && kind == Kind.HOTP) {
      throw Failure.usage("a hardware token holds its secret already: there is nothing to mail");
    }
    if (user == null && (qr.toFile() || secretFile != null || kind == Kind.HOTP || replace)) {
      throw Failure.usage("this is for one user, and none is named")
          .hint("for many: --label, --email, --out, --as and --sheet");
    }
  }

  private Mailed mail(SiteSession site, Enrollment.Request request) {
    return Mailed.of(site.linkByMail().send(site.accounts().find(user).user(), request));
  }

  private Result ask(SiteSession site, Offered offered) {
    if (!site.invocation().interactive()) {
      return offered;
    }
    site.invocation().output().answer(offered);
    return CodePrompt.ask(
            site,
            "Code that the app shows now (Enter to do it later): ",
            code -> UserConfirm.confirm(site, offered.user(), code))
        .map(confirmed -> offerRecovery(site, offered.user(), confirmed))
        .orElseGet(Nothing::new);
  }

  private static Result offerRecovery(SiteSession site, String user, Result confirmed) {
    if (site.recoveryCodes().count(user).left() > 0) {
      return confirmed;
    }
    site.invocation().output().answer(confirmed);
    return site.invocation().agrees("Make recovery codes now? [Y/n] ")
        ? RecoveryGenerate.generate(site, user)
        : new Nothing();
  }

  private Enrollment.Request request(SharedSecret own) {
    return new Enrollment.Request(user, label, own, replace, kind, counter);
  }

  private Offered show(SiteSession site, Enrollment.Request request) {
    Enrollment.Offer offer = site.enrollment().begin(request);
    Authenticator made = offer.authenticator();
    QrDrawing drawing = qr.draw(site.invocation(), offer.uri().uri());
    return new Offered(
        made.user(),
        made.label(),
        made.id(),
        made.state(),
        made.kind(),
        offer.again(),
        offer.uri().issuer(),
        made.algorithm().name(),
        made.digits(),
        made.period(),
        offer.uri().secret().base32(),
        offer.uri().uri(),
        drawing.png(),
        drawing.svg(),
        drawing,
        offer.warnings());
  }
}
