package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.twofactor.Person;
import com.ivendnext.ivn.twofactor.Policy;
import com.ivendnext.ivn.twofactor.Role;
import com.ivendnext.ivn.twofactor.User;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command
@Examples({"ivn --site mysite user show user@example.com"})
final class UserShow implements SiteCommand {
  @Parameters(paramLabel = "USER", description = "The user.")
  String user;

  record Shown(
      String name,
      String fullName,
      String type,
      boolean enabled,
      String email,
      String mobile,
      String restrictIp,
      Instant createdAt,
      List<String> roles,
      boolean required,
      boolean enrolled)
      implements Result {
    @Override
    public void print(TextWriter out) {
      out.line("User           " + name + " (" + fullName + ")");
      out.line("Type           " + type + (enabled ? "" : ", kept from logging in"));
      out.line("Mailbox        " + (email == null ? "-" : email));
      out.line("Mobile         " + (mobile == null ? "-" : mobile));
      out.line("Logs in from   " + (restrictIp == null ? "anywhere" : restrictIp));
      out.line("Roles          " + String.join(", ", roles));
      out.line(
          "Second factor  "
              + (required ? "needed" : "not needed")
              + (enrolled ? ", enrolled" : ", not enrolled"));
    }
  }

  @Override
  public Result run(SiteSession site) {
    Person person = site.accounts().find(user);
    User shown = person.user();
    return new Shown(
        shown.name(),
        shown.fullName(),
        shown.type().label(),
        shown.enabled(),
        shown.email(),
        shown.mobileNo(),
        shown.restrictIp(),
        shown.createdAt(),
        person.roles().stream().map(Role::name).toList(),
        Policy.decide(site.values(), person, site.login()).required(),
        person.enrolled());
  }
}
