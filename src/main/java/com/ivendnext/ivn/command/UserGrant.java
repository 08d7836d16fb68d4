package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.twofactor.Person;
import com.ivendnext.ivn.twofactor.Role;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command
@Examples({"ivn --site mysite user grant user@example.com \"Accounts Manager\""})
final class UserGrant implements SiteCommand {
  @Parameters(index = "0", paramLabel = "USER", description = "The user.")
  private String user;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "ROLE", description = "The roles.")
  private List<String> roles;

  record Holder(String user, List<String> roles) implements Result {
    static Holder of(Person person) {
      List<String> names = person.roles().stream().map(Role::name).toList();
      return new Holder(person.user().name(), names);
    }

    @Override
    public void print(TextWriter out) {
      out.line(user + " has the roles " + String.join(", ", roles) + ".");
    }
  }

  @Override
  public Result run(SiteSession site) {
    return Holder.of(site.accounts().grant(user, roles));
  }
}
