package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.BenchCommand;
import com.ivendnext.ivn.cli.ConfigTable;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.GlobalOptions;
import com.ivendnext.ivn.cli.Invocation;
import com.ivendnext.ivn.cli.OutputFormat;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.site.MaskedConfig;
import com.ivendnext.ivn.site.Site;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command
@Examples({
  "ivn --site mysite show-config",
  "ivn --site all show-config -f json",
  "ivn --site mysite show-config --show-secrets"
})
final class ShowConfig implements BenchCommand {
  @ParentCommand private GlobalOptions globals;

  @Option(names = "--show-secrets", description = "Do not mask secrets.")
  private boolean showSecrets;

  @Option(names = "-f", paramLabel = "FORMAT", description = "bench's spelling of --format.")
  private void format(OutputFormat format) {
    globals.setFormat(format);
  }

  /** A document keyed by site, as Frappe's, even for one site. */
  record Shown(Map<String, Map<String, Object>> sites) implements Result.Keyed {
    @Override
    public Map<String, ?> members() {
      return sites;
    }

    @Override
    public void print(TextWriter out) {
      boolean several = sites.size() > 1;
      sites.forEach(
          (site, config) -> {
            if (several) {
              out.line("Site " + site);
            }
            ConfigTable.print(config, out);
          });
    }
  }

  @Override
  public Result run(Invocation invocation) {
    Map<String, Map<String, Object>> sites = new LinkedHashMap<>();
    for (Site site : invocation.sites()) {
      Map<String, Object> merged = site.merged().values();
      sites.put(site.name(), showSecrets ? merged : MaskedConfig.of(merged));
    }
    return new Shown(sites);
  }
}
