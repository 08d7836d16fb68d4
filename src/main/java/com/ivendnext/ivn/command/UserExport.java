package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Consent;
import com.ivendnext.ivn.cli.Counted;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.ExportFile;
import com.ivendnext.ivn.cli.FileSecrets;
import com.ivendnext.ivn.cli.FormatReader;
import com.ivendnext.ivn.cli.ImportReport.Line;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.transfer.Export;
import com.ivendnext.ivn.transfer.Export.Totals;
import com.ivendnext.ivn.transfer.Format;
import com.ivendnext.ivn.transfer.Secrets;
import com.ivendnext.ivn.transfer.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command
@Examples({
  "ivn --site mysite user export --no-secrets -o people.csv",
  "ivn --site mysite user export --as pskc --passphrase-file passphrase.txt -o tokens.xml",
  "ivn --site mysite user export --as users-oath --role Auditor -o users.oath --yes"
})
final class UserExport implements SiteCommand {
  @Mixin FileSecrets secrets;
  @Mixin ExportFile file;
  @Mixin Consent consent;

  @Option(
      names = "--as",
      paramLabel = "FORMAT",
      converter = FormatReader.class,
      description = "What kind of file to write. Default: csv.")
  Format format = FormatReader.usual();

  @Option(names = "--role", paramLabel = "ROLE", description = "Only who has this role.")
  String role;

  @Option(names = "--user", paramLabel = "USER", description = "Only this user; may be repeated.")
  Set<String> users = Set.of();

  @Option(names = "--no-secrets", description = "Neither shared secrets nor password hashes.")
  boolean noSecrets;

  @Option(names = "--encrypt", description = "Ask for a passphrase that closes the file.")
  boolean encrypt;

  record Exported(
      Path file,
      String as,
      boolean encrypted,
      boolean secrets,
      long users,
      long authenticators,
      List<Line> leftOut)
      implements Result {
    @Override
    public void print(TextWriter out) {
      if (file != null) {
        out.line(told());
      }
    }

    private String told() {
      String what = secrets ? " with " + Counted.of(authenticators, "authenticator") : "";
      String where = file == null ? "" : " to " + file;
      String how = encrypted ? ", encrypted" : "";
      return "Wrote " + Counted.users(users) + what + where + " (" + as + how + ").";
    }

    @Override
    public List<String> warnings() {
      return leftOut.stream().map(line -> "left out " + line.text()).toList();
    }

    /** Where standard output is the file. */
    @Override
    public List<String> notes() {
      return file == null ? List.of(told()) : List.of();
    }
  }

  @Override
  public Result run(SiteSession site) {
    site.invocation().requireOneSite();
    Secrets given = secrets.forWriting(site, encrypt);
    Export.Order order = new Export.Order(role, users, !noSecrets);
    Export export = site.exports();
    export.check(format, order, given);
    file.check(site.invocation());
    boolean encrypted = format.encrypts(given);
    if (order.secrets() && !encrypted && file.needsConsent(site.invocation())) {
      consent.require(site.invocation(), "write secrets in the clear");
    }
    List<Line> leftOut = new ArrayList<>();
    Totals totals =
        file.write(
            site.invocation(),
            out ->
                export.run(
                    format,
                    new Target(out, order.secrets(), given, site.invocation().context().random()),
                    order,
                    reject -> leftOut.add(Line.of(reject))));
    return new Exported(
        file.resolved(site.invocation()),
        format.name(),
        encrypted,
        order.secrets(),
        totals.users(),
        totals.authenticators(),
        leftOut);
  }
}
