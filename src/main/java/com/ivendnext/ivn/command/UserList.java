package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Elements;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.Table;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.twofactor.Listing;
import com.ivendnext.ivn.twofactor.Listing.Entry;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command
@Examples({
  "ivn --site mysite user list --missing",
  "ivn --site mysite user list --role \"System Manager\" --format json"
})
final class UserList implements SiteCommand {
  @Option(names = "--role", paramLabel = "ROLE", description = "Only who has this role.")
  String role;

  @Option(names = "--required", description = "Only who needs a second factor.")
  boolean required;

  @Option(names = "--enrolled", description = "Only who has an active authenticator.")
  boolean enrolled;

  @Option(names = "--missing", description = "Only who needs a second factor and lacks one.")
  boolean missing;

  @Option(names = "--disabled", description = "Only who is kept from logging in.")
  boolean disabled;

  record Listed(Elements<Entry> users) implements Result {
    @Override
    public void print(TextWriter out) {
      out.table(Table.of("User", "Type", "2FA", "Roles").rows(Elements.map(users, Listed::cells)));
    }

    private static List<String> cells(Entry user) {
      return List.of(user.name(), user.type(), state(user), String.join(", ", user.roles()));
    }

    private static String state(Entry user) {
      if (!user.enabled()) {
        return "disabled";
      }
      return user.enrolled() ? "enrolled" : user.required() ? "missing" : "not required";
    }
  }

  @Override
  public Result run(SiteSession site) {
    Listing.Filter filter =
        new Listing.Filter(role, required || missing, enrolled, missing, disabled);
    Listing listing = new Listing(site.store(), site.values(), site.login());
    return new Listed(listing.of(filter)::accept);
  }
}
