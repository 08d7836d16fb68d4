package com.ivendnext.ivn.command;

import com.ivendnext.ivn.backup.Archive;
import com.ivendnext.ivn.backup.Manifest;
import com.ivendnext.ivn.backup.Restore.Order;
import com.ivendnext.ivn.backup.Restore.Outcome;
import com.ivendnext.ivn.backup.Restore.Way;
import com.ivendnext.ivn.cli.BenchCommand;
import com.ivendnext.ivn.cli.Consent;
import com.ivendnext.ivn.cli.Counted;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Invocation;
import com.ivendnext.ivn.cli.PassphraseSource;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.site.Bench;
import com.ivendnext.ivn.twofactor.StoreCopies.Held;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command
@Examples({
  "ivn --site mysite restore mysite.ivn-backup.zip",
  "ivn --site newsite restore mysite.ivn-backup.zip --key-file mysite.key",
  "ivn --site mysite restore mysite.age --passphrase-file passphrase.txt --yes"
})
final class Restore implements BenchCommand {
  @Mixin private Consent consent;
  @Mixin private PassphraseSource passphrase;

  @Parameters(paramLabel = "FILE", description = "The backup.")
  private Path file;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "Where the key of the backup is; a new site keeps using that file.")
  private Path keyFile;

  @Option(
      names = "--up-to-date",
      description = "No code was accepted since: hardware tokens and recovery codes stay good.")
  private boolean upToDate;

  @Option(
      names = "--replace",
      description = "Move a store aside that is damaged, or whose key is lost.")
  private boolean replace;

  record Put(
      String site,
      Way way,
      String backupOf,
      Instant createdAt,
      Path kept,
      List<Held> backAgain,
      List<Held> ended,
      int endedRecoveryCodes,
      List<String> warnings)
      implements Result {
    @Override
    public void print(TextWriter out) {
      out.line("Restored " + site + " from the backup of " + backupOf + ", " + createdAt + ".");
      if (kept != null) {
        out.line("What was there is kept in " + kept + ".");
      }
      for (Held held : backAgain) {
        out.line("Good again, though revoked since: " + held.label() + " of " + held.user());
      }
      for (Held held : ended) {
        out.line("Ended, enroll anew: hardware token " + held.label() + " of " + held.user());
      }
      if (endedRecoveryCodes > 0) {
        out.line(Counted.of(endedRecoveryCodes, "recovery code") + " ended: generate new ones.");
      }
    }
  }

  @Override
  public Result run(Invocation invocation) {
    Bench bench = invocation.bench();
    String name = invocation.siteName(bench);
    Path backup = invocation.resolve(file);
    boolean encrypted = Archive.isEncrypted(backup);
    char[] secret = encrypted ? passphrase.recall(invocation) : null;
    Path key = keyFile == null ? null : invocation.resolve(keyFile).normalize();
    Outcome outcome =
        invocation
            .restore(bench)
            .run(
                new Order(backup, name, key, secret, upToDate, replace),
                manifest -> consent.require(invocation, deed(name, manifest)));
    return result(outcome);
  }

  private static String deed(String name, Manifest manifest) {
    return "replace what " + name + " holds by the backup of " + manifest.createdAt();
  }

  private static Result result(Outcome outcome) {
    Manifest manifest = outcome.manifest();
    return new Put(
        outcome.site().name(),
        outcome.way(),
        manifest.site(),
        manifest.createdAt(),
        outcome.kept(),
        outcome.restored().back(),
        outcome.restored().ended(),
        outcome.restored().recoveryCodes(),
        outcome.fault() == null
            ? List.of()
            : List.of("the audit log is not what ivn wrote: " + outcome.fault()));
  }
}
