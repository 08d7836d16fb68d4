package com.ivendnext.ivn.command;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.cli.Caution;
import com.ivendnext.ivn.cli.Counted;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.FileSecrets;
import com.ivendnext.ivn.cli.FormatReader;
import com.ivendnext.ivn.cli.ImportOptions;
import com.ivendnext.ivn.cli.ImportReport;
import com.ivendnext.ivn.cli.ImportReport.Line;
import com.ivendnext.ivn.cli.InputFile;
import com.ivendnext.ivn.cli.ReadProgress;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.transfer.Format;
import com.ivendnext.ivn.transfer.Import.Totals;
import com.ivendnext.ivn.transfer.Source;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command
@Examples({
  "ivn --site mysite user import people.csv --dry-run",
  "ivn --site mysite user import people.csv --rejects mend-these.csv --create-roles",
  "ivn --site mysite user import tokens.xml --as pskc --passphrase-file passphrase.txt"
})
final class UserImport implements SiteCommand {
  @Mixin FileSecrets secrets;
  @Mixin ImportOptions options;
  @Mixin Caution caution;

  @Parameters(paramLabel = "FILE", description = "The file, or - for standard input.")
  Path file;

  @Option(
      names = "--as",
      paramLabel = "FORMAT",
      converter = FormatReader.class,
      description = "What kind of file it is. Default: as its content tells.")
  Format format;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description = "Write rows that are rejected into FILE, to be mended and imported.")
  Path rejects;

  record Imported(
      String file,
      String as,
      boolean dryRun,
      long added,
      long updated,
      long unchanged,
      long skipped,
      long rejected,
      List<Line> rejects,
      List<Line> remarks,
      Path rejectsFile)
      implements Result {
    @Override
    public void print(TextWriter out) {
      ImportReport.lines(rejects).forEach(out::line);
      String told =
          "Imported "
              + file
              + " ("
              + as
              + "): "
              + added
              + " added, "
              + updated
              + " changed, "
              + unchanged
              + " unchanged, "
              + skipped
              + " skipped, "
              + rejected
              + " rejected.";
      out.line(Caution.tense(dryRun, told));
    }

    @Override
    public List<String> notes() {
      return ImportReport.lines(remarks);
    }
  }

  @Override
  public Result run(SiteSession site) {
    site.invocation().requireOneSite();
    try (InputFile in = InputFile.open(site.invocation(), file);
        ReadProgress progress = new ReadProgress(site.invocation(), file, in)) {
      Source source = Source.of(progress, secrets.forReading(site));
      Format as = FormatReader.chosen(format, source, rejects);
      Imported imported = run(site, as, source);
      if (imported.rejected() > 0) {
        site.invocation().output().answer(imported);
        throw rejected(imported, as);
      }
      return imported;
    }
  }

  private Imported run(SiteSession site, Format as, Source source) {
    Path rejected = rejects == null ? null : site.invocation().resolve(rejects);
    try (ImportReport report = new ImportReport(rejected)) {
      Totals totals = site.imports().run(as, source, options.order(caution), report);
      return new Imported(
          file.toString(),
          as.name(),
          caution.dryRun(),
          totals.added(),
          totals.updated(),
          totals.unchanged(),
          totals.skipped(),
          totals.rejected(),
          report.rejects(),
          report.notes(),
          totals.rejected() == 0 ? null : rejected);
    }
  }

  private Failure rejected(Imported imported, Format as) {
    return Failure.data(Counted.of(imported.rejected(), "row") + " rejected").hint(remedy(as));
  }

  private String remedy(Format as) {
    if (rejects != null) {
      return "mend them in " + rejects + " and import that";
    }
    return as.byRows()
        ? "--rejects FILE writes such rows into a file; mend them there and import it"
        : "mend them and import the file again: what was taken stays";
  }
}
