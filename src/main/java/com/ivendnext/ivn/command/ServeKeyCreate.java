package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command
@Examples({"ivn --site mysite serve-key create webshop"})
final class ServeKeyCreate implements SiteCommand {
  @Parameters(paramLabel = "NAME", description = "What the key is known by, such as webshop.")
  private String name;

  record Created(String name, String key) implements Result {
    @Override
    public void print(TextWriter out) {
      out.line(key);
    }

    @Override
    public List<String> notes() {
      return List.of("the key is shown this once; only its hash is kept");
    }

    @Override
    public String toString() {
      return "Created[" + name + "]";
    }
  }

  @Override
  public Result run(SiteSession site) {
    return new Created(name, site.serveKeys().create(name));
  }
}
