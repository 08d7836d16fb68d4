package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.ConfigTable;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.GlobalOptions;
import com.ivendnext.ivn.cli.OutputFormat;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.site.MaskedConfig;
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
final class ShowConfig implements SiteCommand {
  @ParentCommand GlobalOptions globals;

  @Option(names = "--show-secrets", description = "Do not mask secrets.")
  boolean showSecrets;

  @Option(names = "-f", paramLabel = "FORMAT", description = "bench's spelling of --format.")
  private void format(OutputFormat format) {
    globals.setFormat(format);
  }

  /** A document keyed by site, as Frappe's, even for one site. */
  record Shown(String site, Map<String, Object> config) implements Result.Keyed {
    @Override
    public Map<String, ?> members() {
      return Map.of(site, config);
    }

    @Override
    public void print(TextWriter out) {
      ConfigTable.print(config, out);
    }
  }

  @Override
  public Result run(SiteSession session) {
    Map<String, Object> merged = session.site().merged().values();
    return new Shown(session.site().name(), showSecrets ? merged : MaskedConfig.of(merged));
  }
}
