package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.BenchCommand;
import com.ivendnext.ivn.cli.Consent;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Invocation;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.site.Bench;
import com.ivendnext.ivn.site.Site;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command
@Examples({"ivn drop-site mysite", "ivn drop-site mysite --yes"})
final class DropSite implements BenchCommand {
  @Mixin Consent consent;

  @Parameters(paramLabel = "SITE", description = "The site.")
  String name;

  record Dropped(String site, Path archive) implements Result {
    @Override
    public void print(TextWriter out) {
      out.line("Moved site " + site + " to " + archive + "; nothing was deleted.");
    }
  }

  @Override
  public Result run(Invocation invocation) {
    Bench bench = invocation.bench();
    Site site = bench.site(name);
    consent.require(invocation, "move site " + site.name() + " to the archive");
    return new Dropped(site.name(), invocation.archive(site));
  }
}
