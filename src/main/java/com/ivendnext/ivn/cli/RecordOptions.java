package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.audit.RecordFilter;
import com.ivendnext.ivn.twofactor.UserName;
import java.time.Instant;
import picocli.CommandLine.Option;

/** The options that choose records of the audit log. */
public final class RecordOptions {
  @Option(names = "--user", paramLabel = "USER", description = "Only about this user.")
  private String user;

  @Option(
      names = "--action",
      paramLabel = "ACTION",
      description = "Only this action, such as otp.verify, or group of them, such as user.")
  private String action;

  @Option(
      names = "--outcome",
      paramLabel = "OUTCOME",
      description = "Only what ended so, such as ok, wrong or replayed.")
  private String outcome;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only since then: 24h, 7d, 2026-12-01 or 2026-12-01T18:00:00Z.")
  private String since;

  @Option(names = "--until", paramLabel = "TIME", description = "Only before then.")
  private String until;

  /**
   * What they choose.
   *
   * @throws com.ivendnext.ivn.Failure (usage) when a time is none
   */
  public RecordFilter filter(Instant now) {
    return new RecordFilter(
        user == null ? null : UserName.canonical(user),
        action,
        outcome,
        since == null ? null : Deadline.ago(since, now),
        until == null ? null : Deadline.ago(until, now));
  }
}
