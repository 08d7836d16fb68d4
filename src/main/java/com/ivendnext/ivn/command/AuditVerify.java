package com.ivendnext.ivn.command;

import com.ivendnext.ivn.audit.AuditChain;
import com.ivendnext.ivn.cli.Counted;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import picocli.CommandLine.Command;

@Command
@Examples({"ivn --site mysite audit verify", "ivn --site all audit verify --format json"})
final class AuditVerify implements SiteCommand {

  record Intact(String site, long records, long pruned) implements Result {
    @Override
    public void print(TextWriter out) {
      String after = pruned == 0 ? "" : ", after " + pruned + " that were pruned";
      out.line(
          "The audit log of "
              + site
              + " is intact: "
              + Counted.of(records, "record")
              + after
              + ".");
    }
  }

  @Override
  public Result run(SiteSession site) {
    site.store()
        .auditFault()
        .ifPresent(
            fault -> {
              throw AuditChain.broken(fault);
            });
    long[] records = {0};
    long[] last = {0};
    site.store()
        .eachRecord(
            record -> {
              records[0]++;
              last[0] = record.sequence();
            });
    return new Intact(site.site().name(), records[0], last[0] - records[0]);
  }
}
