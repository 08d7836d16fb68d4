package com.ivendnext.ivn.command;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.cli.Elements;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.twofactor.Authenticator;
import com.ivendnext.ivn.twofactor.Role;
import com.ivendnext.ivn.twofactor.Store;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command
@Examples({
  "ivn --site mysite completion words users",
  "ivn --site mysite completion words authenticators user@example.com"
})
final class CompletionWords implements SiteCommand {
  @Parameters(
      index = "0",
      paramLabel = "KIND",
      description = "users, roles or authenticators (of a user).")
  Kind kind;

  @Parameters(index = "1", arity = "0..1", paramLabel = "USER", description = "Whose.")
  String user;

  enum Kind {
    USERS,
    ROLES,
    AUTHENTICATORS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  record Listed(Elements<String> words) implements Result {
    @Override
    public void print(TextWriter out) {
      words.each(out::line);
    }
  }

  @Override
  public Result run(SiteSession site) {
    if (kind == Kind.AUTHENTICATORS && user == null) {
      throw Failure.usage("missing USER").hint("whose authenticators are wanted?");
    }
    return new Listed(words(site.store()));
  }

  private Elements<String> words(Store store) {
    return switch (kind) {
      case USERS -> reader -> store.users().each(person -> reader.accept(person.user().name()));
      case ROLES -> reader -> store.roles().all().stream().map(Role::name).forEach(reader);
      case AUTHENTICATORS ->
          reader ->
              store.authenticators().of(user).stream().map(Authenticator::label).forEach(reader);
    };
  }
}
