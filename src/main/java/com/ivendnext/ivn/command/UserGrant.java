package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.AffectedList;
import com.ivendnext.ivn.cli.Caution;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.twofactor.Impact.Affected;
import com.ivendnext.ivn.twofactor.Person;
import com.ivendnext.ivn.twofactor.Role;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command
@Examples({"ivn --site mysite user grant user@example.com \"Accounts Manager\""})
final class UserGrant implements SiteCommand {
  @Mixin Caution caution;

  @Parameters(index = "0", paramLabel = "USER", description = "The user.")
  String user;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "ROLE", description = "The roles.")
  List<String> roles;

  record Holder(String user, List<String> roles, boolean dryRun, List<Affected> affected)
      implements Result {
    static Holder of(Person person, boolean dryRun, List<Affected> affected) {
      List<String> names = person.roles().stream().map(Role::name).toList();
      return new Holder(person.user().name(), names, dryRun, affected);
    }

    @Override
    public void print(TextWriter out) {
      String has = " has the roles " + String.join(", ", roles) + ".";
      out.line(Caution.tense(dryRun, user + has));
      AffectedList.print(affected, out);
    }
  }

  @Override
  public Result run(SiteSession site) {
    Person before = site.accounts().find(user);
    return caution.apply(
        site,
        () -> {
          Person after = site.accounts().grant(user, roles);
          List<Affected> affected = site.impact().of(site.values(), before, after);
          site.impact().begin(affected, site.login().now());
          return Holder.of(after, caution.dryRun(), affected);
        });
  }
}
