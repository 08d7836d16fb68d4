package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.twofactor.RecoveryCodeStore.Count;
import com.ivendnext.ivn.twofactor.RecoveryCodes;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command
@Examples({"ivn --site mysite recovery status user@example.com"})
final class RecoveryStatus implements SiteCommand {
  @Parameters(paramLabel = "USER", description = "The user.")
  String user;

  record Counted(
      String user, int total, int used, int left, Instant generatedAt, List<String> warnings)
      implements Result {
    @Override
    public void print(TextWriter out) {
      if (total == 0) {
        out.advise(user + " has no recovery codes: ivn recovery generate " + user);
      } else {
        out.line(user + " has " + left + " of " + total + " recovery codes left.");
      }
    }
  }

  @Override
  public Result run(SiteSession site) {
    Count count = site.recoveryCodes().count(user);
    String name = site.accounts().find(user).user().name();
    return new Counted(
        name,
        count.total(),
        count.total() - count.left(),
        count.left(),
        count.generatedAt(),
        warnings(name, count.total() == 0 ? null : count.left()));
  }

  /** What to say of a number of codes left; nothing while there are enough. */
  static List<String> warnings(String user, Integer left) {
    return left == null || left > RecoveryCodes.FEW
        ? List.of()
        : List.of(
            "few recovery codes are left ("
                + left
                + "): ivn recovery generate "
                + user
                + " makes new ones");
  }
}
