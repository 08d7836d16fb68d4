package com.ivendnext.ivn.command;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.cli.Counted;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.keys.KeyRotation;
import com.ivendnext.ivn.keys.KeyUndo;
import com.ivendnext.ivn.twofactor.Vault.Closed;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command
@Examples({
  "ivn --site mysite key rotate --dry-run",
  "ivn --site mysite key rotate --rollback-file rollback.tsv",
  "ivn --site mysite key rotate --key-file /etc/ivn/mysite.key"
})
final class KeyRotate implements SiteCommand {
  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "Keep the new key in FILE, not in the config; made if it is not there.")
  private Path keyFile;

  @Option(
      names = "--rollback-file",
      paramLabel = "FILE",
      description = "Write what can undo it, ciphertexts only, to FILE.")
  private Path rollbackFile;

  @Option(
      names = "--undo",
      paramLabel = "FILE",
      description = "Put back the ciphertexts in FILE, for a new key that was lost.")
  private Path undo;

  @Option(names = "--dry-run", description = "Show what would follow, change nothing.")
  private boolean dryRun;

  record Rotated(
      String site,
      boolean dryRun,
      boolean interrupted,
      String before,
      String after,
      int values,
      Path keyFile,
      boolean keyFileMade,
      Path rollbackFile)
      implements Result {
    @Override
    public void print(TextWriter out) {
      if (dryRun) {
        out.line("Dry run, nothing was changed.");
      }
      if (interrupted) {
        out.line("An earlier rotation was interrupted: this finishes it and does no more.");
        out.line("Key " + after + " of " + site + " is in force.");
      } else if (dryRun) {
        out.line(
            "All opens with key " + before + "; sealed anew: " + Counted.of(values, "value") + ".");
      } else {
        out.line("Sealed anew: " + Counted.of(values, "value") + " of " + site + ".");
        out.line("Key " + after + " is in force, no longer " + before + ".");
        printFiles(out);
      }
    }

    private void printFiles(TextWriter out) {
      if (keyFile != null) {
        out.line(
            (keyFileMade ? "It was made in " : "It is in ") + keyFile + ": keep a copy of that.");
      }
      if (rollbackFile != null) {
        out.advise("Were it lost: ivn key rotate --undo " + rollbackFile + " --key-file OLDKEY");
      }
      out.line("Keep the old key for as long as you keep backups that were made with it.");
    }
  }

  record Undone(
      String site, String before, String after, int values, Path keyFile, List<Closed> lost)
      implements Result {
    @Override
    public void print(TextWriter out) {
      out.line("Put back: " + Counted.of(values, "value") + " of " + site + ".");
      out.line("Key " + after + " is in force again, no longer " + before + ".");
      for (Closed value : lost) {
        out.line(
            "Sealed since, and lost: " + value.table() + " " + value.row() + " of " + value.user());
      }
    }
  }

  @Override
  public Result run(SiteSession site) {
    Path key = keyFile == null ? null : site.invocation().resolve(keyFile).normalize();
    Path rollback = rollbackFile == null ? null : site.invocation().resolve(rollbackFile);
    if (undo != null && (rollbackFile != null || dryRun)) {
      throw Failure.usage("--undo goes with --key-file only");
    }
    String name = site.site().name();
    return undo == null ? rotate(site, name, key, rollback) : undo(site, name, key);
  }

  private Result rotate(SiteSession site, String name, Path key, Path rollback) {
    KeyRotation.Order order = new KeyRotation.Order(key, rollback);
    KeyRotation rotation = site.keyRotation();
    KeyRotation.Outcome done = dryRun ? rotation.rehearse(order) : rotation.rotate(order);
    return new Rotated(
        name,
        dryRun,
        done.interrupted(),
        done.before(),
        done.after(),
        done.values(),
        key,
        done.keyFileMade(),
        rollback);
  }

  private Result undo(SiteSession site, String name, Path key) {
    KeyUndo.Outcome done = site.keyUndo().undo(site.invocation().resolve(undo), key);
    return new Undone(name, done.before(), done.after(), done.values(), key, done.lost());
  }
}
