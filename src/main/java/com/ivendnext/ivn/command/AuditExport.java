package com.ivendnext.ivn.command;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.cli.Counted;
import com.ivendnext.ivn.cli.Elements;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.RecordEntry;
import com.ivendnext.ivn.cli.RecordFeed;
import com.ivendnext.ivn.cli.RecordFormat;
import com.ivendnext.ivn.cli.RecordOptions;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.site.PrivateStream;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command
@Examples({
  "ivn --site mysite audit export -o audit.jsonl",
  "ivn --site mysite audit export --as csv --since 30d > audit.csv"
})
final class AuditExport implements SiteCommand {
  @Mixin private RecordOptions chosen;

  @Option(
      names = "--as",
      paramLabel = "FORMAT",
      description = "jsonl (default): a JSON document in each line; or csv.")
  private RecordFormat format = RecordFormat.JSONL;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write FILE, for its owner only; without it, to standard output.")
  private Path file;

  @Option(names = "--force", description = "Overwrite FILE.")
  private boolean force;

  record Exported(Path file, long records) implements Result {
    @Override
    public void print(TextWriter out) {
      if (file != null) {
        out.line("Wrote " + Counted.of(records, "audit record") + " to " + file + ".");
      }
    }
  }

  @Override
  public Result run(SiteSession site) {
    RecordFeed feed = new RecordFeed(site, chosen.filter(site.login().now()));
    long[] count = {0};
    Elements<RecordEntry> counted =
        reader -> feed.present(record -> count(count, () -> reader.accept(record)));
    Path target = file == null ? null : site.invocation().resolve(file);
    if (target != null) {
      PrivateStream.write(target, out -> format.write(counted, out), force);
    } else if (site.invocation().json()) {
      throw Failure.usage("the records themselves would stand where the answer is to be")
          .hint("name a file with -o, or leave --format json out: JSON lines are what it writes");
    } else {
      format.write(counted, site.invocation().output().bytes());
    }
    return new Exported(target, count[0]);
  }

  private static void count(long[] counter, Runnable work) {
    counter[0]++;
    work.run();
  }
}
