package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.cli.UserTypeReader;
import com.ivendnext.ivn.twofactor.Accounts;
import com.ivendnext.ivn.twofactor.Person;
import com.ivendnext.ivn.twofactor.UserType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command
@Examples({
  "ivn --site mysite user add user@example.com --full-name \"First User\"",
  "ivn --site mysite user add user@example.com --grant \"Accounts Manager\" --grant Auditor"
})
final class UserAdd implements SiteCommand {
  @Parameters(paramLabel = "USER", description = "An e-mail address: the user's name.")
  String user;

  @Option(names = "--full-name", paramLabel = "NAME", description = "A name for people.")
  String fullName;

  @Option(names = "--first-name", hidden = true)
  String firstName;

  @Option(names = "--last-name", hidden = true)
  String lastName;

  @Option(
      names = {"--type", "--user-type"},
      paramLabel = "TYPE",
      converter = UserTypeReader.class,
      description = "\"System User\" (default) or \"Website User\".")
  UserType type = UserType.SYSTEM_USER;

  @Option(
      names = {"--grant", "--add-role"},
      paramLabel = "ROLE",
      description = "A role to grant; may be repeated.")
  Set<String> roles = new LinkedHashSet<>();

  @Option(names = "--email", paramLabel = "ADDRESS", description = "Mailbox, if not USER.")
  String email;

  @Option(names = "--mobile", paramLabel = "NUMBER", description = "Number for SMS.")
  String mobile;

  @Option(
      names = "--restrict-ip",
      paramLabel = "LIST",
      description = "Addresses or CIDR ranges the user logs in from, comma separated.")
  String restrictIp;

  record Added(String user, String fullName, String type, List<String> roles) implements Result {
    @Override
    public void print(TextWriter out) {
      out.line("Added " + type + " " + user + (roles.isEmpty() ? "" : " with " + names()) + ".");
    }

    private String names() {
      return (roles.size() == 1 ? "role " : "roles ") + String.join(", ", roles);
    }
  }

  @Override
  public Result run(SiteSession site) {
    List<String> granted = List.copyOf(roles);
    Accounts.Draft draft =
        new Accounts.Draft(user, name(), type, email, mobile, restrictIp, granted);
    Person added = site.impact().begin(site.values(), () -> site.accounts().add(draft));
    return new Added(added.user().name(), added.user().fullName(), type.label(), granted);
  }

  private String name() {
    if (fullName != null || firstName == null && lastName == null) {
      return fullName;
    }
    return firstName == null ? lastName : lastName == null ? firstName : firstName + " " + lastName;
  }
}
