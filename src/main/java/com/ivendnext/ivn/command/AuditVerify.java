package com.ivendnext.ivn.command;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.cli.Counted;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;

@Command
@Examples({"ivn --site mysite audit verify", "ivn --site all audit verify --format json"})
final class AuditVerify implements SiteCommand {

  record Intact(String site, long records) implements Result {
    @Override
    public void print(TextWriter out) {
      out.line("The audit log of " + site + " is intact: " + Counted.of(records, "record") + ".");
    }
  }

  @Override
  public Result run(SiteSession site) {
    site.store()
        .auditFault()
        .ifPresent(
            fault -> {
              throw Failure.data("the audit log is not what ivn wrote: " + fault)
                  .hint("keep the store as it is and compare it with a backup");
            });
    AtomicLong records = new AtomicLong();
    site.store().eachRecord(record -> records.incrementAndGet());
    return new Intact(site.site().name(), records.get());
  }
}
