package com.ivendnext.ivn.command;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.RecordFilter;
import com.ivendnext.ivn.cli.Elements;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.RecordEntry;
import com.ivendnext.ivn.cli.RecordFeed;
import com.ivendnext.ivn.cli.RecordOptions;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command
@Examples({
  "ivn --site mysite audit list --since 24h --outcome wrong",
  "ivn --site mysite audit list --user user@example.com --format json"
})
final class AuditList implements SiteCommand {
  @Mixin private RecordOptions chosen;

  @Option(
      names = {"-f", "--follow"},
      description = "Then wait for new ones, until Ctrl-C.")
  private boolean follow;

  record Listed(Elements<RecordEntry> records) implements Result {
    @Override
    public void print(TextWriter out) {
      out.table(RecordEntry.table().rows(Elements.map(records, RecordEntry::cells)));
    }
  }

  record Followed(RecordFeed feed) implements Result {
    @Override
    public void print(TextWriter out) {
      out.table(
          RecordEntry.table()
              .rows(Elements.map(feed::present, RecordEntry::cells))
              .then(Elements.map(feed::coming, RecordEntry::cells)));
    }
  }

  @Override
  public Result run(SiteSession site) {
    RecordFilter filter = chosen.filter(site.login().now());
    RecordFeed feed = new RecordFeed(site, filter);
    if (follow && !site.invocation().endless()) {
      throw Failure.usage("--follow is for one site and --format text: it has no end")
          .hint("the setting audit_syslog sends each record on as it is made");
    }
    return follow ? new Followed(feed) : new Listed(feed::present);
  }
}
