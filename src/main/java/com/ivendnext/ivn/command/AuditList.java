package com.ivendnext.ivn.command;

import com.ivendnext.ivn.audit.Actor;
import com.ivendnext.ivn.audit.AuditRecord;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.cli.Deadline;
import com.ivendnext.ivn.cli.Elements;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.Table;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.twofactor.UserName;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command
@Examples({
  "ivn --site mysite audit list --since 24h",
  "ivn --site mysite audit list --user user@example.com --format json"
})
final class AuditList implements SiteCommand {
  @Option(names = "--user", paramLabel = "USER", description = "Only about this user.")
  private String user;

  @Option(
      names = "--action",
      paramLabel = "ACTION",
      description = "Only this action, such as otp.verify.")
  private String action;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only since then: 24h, 7d, 2026-12-01 or 2026-12-01T18:00:00Z.")
  private String since;

  record Entry(
      long sequence,
      Instant at,
      String account,
      String sudoUser,
      String address,
      String apiKey,
      String action,
      String subject,
      String outcome,
      String detail,
      String reason) {
    static Entry of(AuditRecord record) {
      Actor actor = record.actor();
      Event event = record.event();
      return new Entry(
          record.sequence(),
          record.at(),
          actor.account(),
          actor.sudoUser(),
          actor.address(),
          actor.apiKey(),
          event.action(),
          event.subject(),
          event.outcome(),
          event.detail(),
          event.reason());
    }

    private List<String> cells() {
      String more = detail == null ? "" : detail;
      String why = reason == null ? "" : " (" + reason + ")";
      return List.of(at.toString(), who(), action, subject, outcome, (more + why).strip());
    }

    private String who() {
      String who = sudoUser == null ? account : sudoUser + " as " + account;
      String named = apiKey == null ? who : "key " + apiKey;
      return address == null ? named : named + " from " + address;
    }
  }

  record Listed(Elements<Entry> records) implements Result {
    @Override
    public void print(TextWriter out) {
      out.table(
          Table.of("When", "Who", "Action", "On", "Outcome", "More")
              .rows(Elements.map(records, Entry::cells)));
    }
  }

  @Override
  public Result run(SiteSession site) {
    Predicate<AuditRecord> wanted = filter(site.login().now());
    return new Listed(
        reader ->
            site.store()
                .eachRecord(
                    record -> {
                      if (wanted.test(record)) {
                        reader.accept(Entry.of(record));
                      }
                    }));
  }

  private Predicate<AuditRecord> filter(Instant now) {
    String name = user == null ? null : UserName.canonical(user);
    Instant from = since == null ? Instant.EPOCH : Deadline.ago(since, now);
    return record ->
        !record.at().isBefore(from)
            && (name == null || record.event().subject().equals(name))
            && (action == null || record.event().action().equals(action));
  }
}
