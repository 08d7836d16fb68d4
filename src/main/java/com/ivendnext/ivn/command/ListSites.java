package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.BenchCommand;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Invocation;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.site.Bench;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;

@Command
@Examples({"ivn list-sites", "ivn list-sites --format json"})
final class ListSites implements BenchCommand {

  record Listed(Path bench, List<String> sites, String defaultSite) implements Result {
    @Override
    public void print(TextWriter out) {
      if (sites.isEmpty()) {
        out.line("No sites found in " + bench + ".");
        return;
      }
      for (String site : sites) {
        out.line((site.equals(defaultSite) ? "* " : "  ") + site);
      }
    }
  }

  @Override
  public Result run(Invocation invocation) {
    Bench bench = invocation.bench();
    return new Listed(bench.directory(), bench.siteNames(), bench.defaultSite().orElse(null));
  }
}
