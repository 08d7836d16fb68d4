package com.ivendnext.ivn.command;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.cli.Caution;
import com.ivendnext.ivn.cli.Consent;
import com.ivendnext.ivn.cli.Counted;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.twofactor.Listing;
import com.ivendnext.ivn.twofactor.Reset;
import com.ivendnext.ivn.twofactor.Reset.Ended;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command
@Examples({
  "ivn --site mysite user reset-2fa user@example.com --reason \"phone lost\"",
  "ivn --site mysite user reset-2fa --role \"Accounts Manager\" --reason audit --dry-run"
})
final class UserReset2fa implements SiteCommand {
  @Mixin Caution caution;
  @Mixin Consent consent;

  @Parameters(arity = "0..1", paramLabel = "USER", description = "The user.")
  String user;

  @Option(names = "--role", paramLabel = "ROLE", description = "Everybody who has this role.")
  String role;

  @Option(names = "--all", description = "Everybody.")
  boolean all;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why; kept in the audit log.")
  String reason;

  @Option(names = "--keep-recovery", description = "Recovery codes stay good.")
  boolean keepRecovery;

  record Done(boolean dryRun, int count, List<Ended> users, List<String> notified)
      implements Result {
    @Override
    public void print(TextWriter out) {
      for (Ended ended : users) {
        out.line(
            Caution.tense(
                dryRun,
                "Ended "
                    + Counted.of(ended.authenticators(), "authenticator")
                    + " and "
                    + Counted.of(ended.recoveryCodes(), "recovery code")
                    + " of "
                    + ended.user()
                    + "."));
      }
      if (!dryRun) {
        out.line(
            notified.isEmpty()
                ? "No mail could tell so: tell it yourself."
                : "A mail told " + Counted.users(notified.size()) + " so.");
      }
      if (users.size() == 1) {
        String name = users.get(0).user();
        out.advise("Back in by a new authenticator: ivn user enroll " + name);
      } else {
        out.line(Caution.tense(dryRun, "Reset " + Counted.users(count) + "."));
      }
    }
  }

  @Override
  public Result run(SiteSession site) {
    List<String> chosen = chosen(site);
    if (user == null && !caution.dryRun()) {
      consent.require(site.invocation(), "reset " + Counted.users(chosen.size()));
    }
    Reset.Order order = new Reset.Order(reason, keepRecovery, caution.force());
    List<Ended> ended = caution.carryOut(site, () -> site.reset().reset(chosen, order));
    List<String> notified = caution.dryRun() ? List.of() : notify(site, ended);
    return new Done(caution.dryRun(), ended.size(), ended, notified);
  }

  private static List<String> notify(SiteSession site, List<Ended> ended) {
    return site.notice().ofReset(ended.stream().map(Ended::user).toList());
  }

  private List<String> chosen(SiteSession site) {
    int ways = (user == null ? 0 : 1) + (role == null ? 0 : 1) + (all ? 1 : 0);
    if (ways != 1) {
      throw Failure.usage("tell whom to reset: USER, --role ROLE or --all");
    }
    List<String> names = new ArrayList<>();
    if (user != null) {
      names.add(user);
    } else {
      Listing listing = new Listing(site.store(), site.values(), site.login());
      listing
          .of(new Listing.Filter(role, false, false, false, false))
          .accept(entry -> names.add(entry.name()));
    }
    return names;
  }
}
