package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.twofactor.Decision;
import com.ivendnext.ivn.twofactor.Grace;
import com.ivendnext.ivn.twofactor.LoginContext;
import com.ivendnext.ivn.twofactor.Person;
import com.ivendnext.ivn.twofactor.Policy;
import com.ivendnext.ivn.twofactor.ShellWord;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command
@Examples({
  "ivn --site mysite user why user@example.com",
  "ivn --site mysite user why user@example.com --address 192.0.2.7"
})
final class UserWhy implements SiteCommand {
  @Parameters(paramLabel = "USER", description = "The user.")
  String user;

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      description = "As if the user logged in from there.")
  String address;

  record Explained(
      String user,
      boolean enabled,
      boolean required,
      boolean enrolled,
      Decision.Outcome decision,
      Decision.Rule rule,
      String because,
      Instant until)
      implements Result {
    @Override
    public void print(TextWriter out) {
      if (!enabled) {
        out.line(user + " is kept from logging in. Otherwise:");
      }
      String need = required ? " needs a second factor" : " needs no second factor";
      String now = until == null ? "" : " now";
      out.line(user + need + now + ", because " + because + ".");
      out.advise(
          enrolled
              ? "An authenticator is active."
              : "No authenticator is active"
                  + (required ? ": ivn user enroll " + ShellWord.of(user) : "."));
    }
  }

  @Override
  public Result run(SiteSession site) {
    Grace.begin(site.store(), site.values(), site.login());
    Person person = site.accounts().find(user);
    LoginContext login = site.login().from(address);
    Decision decision = Policy.decide(site.values(), person, login);
    return new Explained(
        person.user().name(),
        person.user().enabled(),
        decision.required(),
        person.enrolled(),
        decision.outcome(),
        decision.rule(),
        decision.because(),
        decision.until());
  }
}
