package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command
@Examples({"ivn --site mysite serve-key revoke webshop"})
final class ServeKeyRevoke implements SiteCommand {
  @Parameters(paramLabel = "NAME", description = "What the key is known by.")
  private String name;

  record Revoked(String name) implements Result {
    @Override
    public void print(TextWriter out) {
      out.line("The key " + name + " has ended.");
    }
  }

  @Override
  public Result run(SiteSession site) {
    site.serveKeys().revoke(name);
    return new Revoked(name);
  }
}
