package com.ivendnext.ivn.command;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.cli.Deadline;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.twofactor.Exemption;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command
@Examples({
  "ivn --site mysite user exempt user@example.com --for 24h --reason \"phone lost\"",
  "ivn --site mysite user exempt user@example.com --until 2026-12-01 --reason travelling",
  "ivn --site mysite user exempt user@example.com --end"
})
final class UserExempt implements SiteCommand {
  @Parameters(paramLabel = "USER", description = "The user.")
  String user;

  @Option(names = "--for", paramLabel = "TIME", description = "How long: 30m, 24h or 7d.")
  String duration;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "Until when, in UTC: 2026-12-01 or 2026-12-01T18:00:00Z.")
  String until;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the audit log.")
  String reason;

  @Option(names = "--end", description = "End the exemption now.")
  boolean end;

  @Option(names = "--force", description = "End it even if it shuts every administrator out.")
  boolean force;

  record Exempted(String user, Instant until, String reason) implements Result {
    @Override
    public void print(TextWriter out) {
      out.line(user + " needs no second factor until " + until + ".");
    }
  }

  record Ended(String user, boolean ended) implements Result {
    @Override
    public void print(TextWriter out) {
      out.line(ended ? "The exemption of " + user + " has ended." : user + " was not exempted.");
    }
  }

  @Override
  public Result run(SiteSession site) {
    if (end) {
      String name = site.accounts().find(user).user().name();
      return new Ended(name, site.leave().end(user, force));
    }
    if (reason == null) {
      throw Failure.usage("an exemption needs a reason").hint("--reason TEXT tells it");
    }
    Instant now = site.invocation().context().clock().instant();
    Exemption given = site.leave().exempt(user, Deadline.of(duration, until, now), reason);
    return new Exempted(given.user(), given.until(), given.reason());
  }
}
