package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.Table;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.twofactor.Authenticator;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command
@Examples({"ivn --site mysite user authenticators user@example.com"})
final class UserAuthenticators implements SiteCommand {
  @Parameters(paramLabel = "USER", description = "The user.")
  String user;

  record Held(
      String id,
      String label,
      Authenticator.State state,
      Authenticator.Kind type,
      String algorithm,
      int digits,
      int period,
      boolean weak,
      long drift,
      int failures,
      Instant lockedUntil,
      Instant createdAt,
      Instant confirmedAt,
      Instant lastUsedAt) {
    static Held of(Authenticator held) {
      return new Held(
          held.id(),
          held.label(),
          held.state(),
          held.kind(),
          held.algorithm().name(),
          held.digits(),
          held.period(),
          held.weak(),
          (long) held.drift() * held.period(),
          held.failures(),
          held.lockedUntil(),
          held.createdAt(),
          held.confirmedAt(),
          held.lastUsedAt());
    }

    private List<String> cells() {
      String pace = period == 0 ? "counter" : period + " s";
      String shape = algorithm + ", " + digits + " digits, " + pace;
      return List.of(
          label,
          state.name().toLowerCase(Locale.ROOT)
              + (weak ? ", weak" : "")
              + (lockedUntil == null ? "" : ", throttled until " + lockedUntil),
          shape,
          String.valueOf(failures),
          lastUsedAt == null ? "never" : lastUsedAt.toString(),
          id);
    }
  }

  record Listed(String user, List<Held> authenticators) implements Result {
    @Override
    public void print(TextWriter out) {
      if (authenticators.isEmpty()) {
        out.line(user + " has no authenticator.");
        return;
      }
      out.table(
          Table.of("Label", "State", "Codes", "Failures", "Last used", "Id")
              .rows(authenticators.stream().map(Held::cells).toList()));
    }
  }

  @Override
  public Result run(SiteSession site) {
    String name = site.accounts().find(user).user().name();
    return new Listed(name, site.store().authenticators().of(name).stream().map(Held::of).toList());
  }
}
