package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Counted;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.twofactor.Reset;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command
@Examples({"ivn --site mysite user unlock user@example.com"})
final class UserUnlock implements SiteCommand {
  @Parameters(paramLabel = "USER", description = "The user.")
  String user;

  record Unlocked(String user, List<String> cleared, int failures) implements Result {
    @Override
    public void print(TextWriter out) {
      out.line(
          cleared.isEmpty()
              ? "Nothing throttled " + user + "."
              : "Cleared "
                  + Counted.of(failures, "wrong attempt")
                  + " of "
                  + user
                  + " on "
                  + String.join(", ", cleared)
                  + ": the next one is looked at now.");
    }
  }

  @Override
  public Result run(SiteSession site) {
    Reset.Cleared cleared = site.reset().unlock(user);
    return new Unlocked(cleared.user(), cleared.cleared(), cleared.failures());
  }
}
