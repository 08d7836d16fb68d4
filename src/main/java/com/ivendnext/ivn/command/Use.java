package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.BenchCommand;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Invocation;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.site.Bench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command
@Examples({"ivn use mysite"})
final class Use implements BenchCommand {
  @Parameters(paramLabel = "SITE", description = "The site.")
  String name;

  record Chosen(String defaultSite) implements Result {
    @Override
    public void print(TextWriter out) {
      out.line("Commands that name no site now use " + defaultSite + ".");
    }
  }

  @Override
  public Result run(Invocation invocation) {
    Bench bench = invocation.bench();
    bench.use(bench.site(name).name());
    return new Chosen(name);
  }
}
