package com.ivendnext.ivn.command;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.backup.Archive;
import com.ivendnext.ivn.backup.Backup.Content;
import com.ivendnext.ivn.backup.Backup.Made;
import com.ivendnext.ivn.backup.Manifest;
import com.ivendnext.ivn.backup.Verification;
import com.ivendnext.ivn.cli.BinaryOutput;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Nothing;
import com.ivendnext.ivn.cli.PassphraseSource;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command
@Examples({
  "ivn --site mysite backup",
  "ivn --site mysite backup --with-key --encrypt -o mysite.age",
  "ivn --site mysite backup --verify mysite.ivn-backup.zip"
})
final class Backup implements SiteCommand {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to FILE (- for standard output); else into the site's ivn.backups.")
  private Path output;

  @Option(
      names = "--with-key",
      description = "Put the encryption key and other secret settings in.")
  private boolean withKey;

  @Option(names = "--encrypt", description = "Encrypt it with a passphrase, as age does.")
  private boolean encrypt;

  @Mixin private PassphraseSource passphrase;

  @Option(
      names = "--verify",
      paramLabel = "FILE",
      description = "Make none: tell whether the backup in FILE is whole.")
  private Path verify;

  record BackedUp(
      String site,
      Path file,
      long size,
      Instant createdAt,
      String key,
      boolean withKey,
      boolean encrypted,
      List<String> warnings)
      implements Result {
    @Override
    public void print(TextWriter out) {
      out.line("Backed up " + site + " to " + file + ".");
      if (!withKey) {
        out.line("It takes key " + key + " to restore it, which is not inside: keep a copy apart.");
      }
    }
  }

  record Verified(
      Path file,
      String site,
      Instant createdAt,
      int schema,
      String key,
      boolean withKey,
      boolean genuine)
      implements Result {
    @Override
    public void print(TextWriter out) {
      out.line(file + " is whole: " + site + ", backed up " + createdAt + ", key " + key + ".");
      out.line(
          genuine
              ? "Nobody has changed it since, says the key of the site."
              : "Whether somebody has changed it only its key can tell, which is not this site's.");
    }
  }

  @Override
  public Result run(SiteSession site) {
    if (verify != null) {
      return verify(site);
    }
    boolean wanted = encrypt || passphrase.given();
    char[] secret = wanted ? passphrase.choose(site.invocation()) : null;
    Content content = new Content(withKey, secret);
    if (output != null && output.toString().equals("-")) {
      BinaryOutput.write(site.invocation(), out -> site.backup().to(out, content, "-"));
      return new Nothing();
    }
    return backUp(site, content);
  }

  private Result backUp(SiteSession site, Content content) {
    Path file =
        output == null
            ? site.backup().usualFile(content, "")
            : site.invocation().resolve(output).normalize();
    Made made = site.backup().toFile(file, content);
    boolean bare = withKey && content.passphrase() == null;
    Manifest manifest = made.manifest();
    return new BackedUp(
        manifest.site(),
        made.file(),
        made.size(),
        manifest.createdAt(),
        manifest.key(),
        withKey,
        content.passphrase() != null,
        bare ? List.of("whoever reads this file can read every secret: encrypt it") : List.of());
  }

  private Result verify(SiteSession site) {
    if (output != null || withKey || encrypt) {
      throw Failure.usage("--verify makes no backup: it goes with --passphrase-file only");
    }
    Path file = site.invocation().resolve(verify);
    boolean encrypted = Archive.isEncrypted(file);
    char[] secret = encrypted ? passphrase.recall(site.invocation()) : null;
    Verification.Whole whole = Verification.of(file, secret, site.site());
    Manifest manifest = whole.manifest();
    return new Verified(
        verify,
        manifest.site(),
        manifest.createdAt(),
        manifest.schema(),
        manifest.key(),
        manifest.withKey(),
        whole.genuine());
  }
}
