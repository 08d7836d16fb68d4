package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.BenchCommand;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Invocation;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.site.Bench;
import com.ivendnext.ivn.site.Site;
import com.ivendnext.ivn.site.SiteName;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command
@Examples({"ivn new-site mysite", "ivn --bench /srv/bench new-site mysite.example.com"})
final class NewSite implements BenchCommand {
  @Parameters(paramLabel = "SITE", description = "The name: letters, digits, dots, - and _.")
  String name;

  record Made(String site, Path directory, Path bench, boolean newBench) implements Result {
    @Override
    public void print(TextWriter out) {
      if (newBench) {
        out.line("Made a new bench in " + bench + ", since there was none.");
      }
      out.line("Made site " + site + " in " + directory + ".");
      out.advise("Next: ivn --site " + site + " set-config enable_two_factor_auth true");
    }
  }

  @Override
  public Result run(Invocation invocation) {
    SiteName.check(name);
    Optional<Bench> found = invocation.findBench();
    Bench bench = found.orElseGet(() -> Bench.create(invocation.newBenchDirectory()));
    Site site = invocation.newSite(bench, name);
    return new Made(site.name(), site.directory(), bench.directory(), found.isEmpty());
  }
}
