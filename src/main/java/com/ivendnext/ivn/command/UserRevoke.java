package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Caution;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.twofactor.Person;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command
@Examples({"ivn --site mysite user revoke user@example.com \"Accounts Manager\""})
final class UserRevoke implements SiteCommand {
  @Mixin Caution caution;

  @Parameters(index = "0", paramLabel = "USER", description = "The user.")
  String user;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "ROLE", description = "The roles.")
  List<String> roles;

  @Override
  public Result run(SiteSession site) {
    Person after = caution.apply(site, () -> site.accounts().revoke(user, roles));
    return UserGrant.Holder.of(after, caution.dryRun(), List.of());
  }
}
