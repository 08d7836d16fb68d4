package com.ivendnext.ivn.command;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.twofactor.TestLetter;
import com.ivendnext.ivn.twofactor.TestLetter.Sent;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command
@Examples({
  "ivn --site mysite doctor --send-test mail:you@example.com",
  "ivn --site mysite doctor --send-test sms:+4917012345678"
})
final class Doctor implements SiteCommand {
  @Option(
      names = "--send-test",
      paramLabel = "TO",
      description = "Send a test to mail:ADDRESS or sms:NUMBER; may be given more than once.")
  List<String> targets = List.of();

  record Tested(List<Sent> sent) implements Result {
    @Override
    public void print(TextWriter out) {
      for (Sent test : sent) {
        out.line(test.method() + ": a test was handed over for " + test.destination() + ".");
      }
    }
  }

  @Override
  public Result run(SiteSession site) {
    if (targets.isEmpty()) {
      throw Failure.usage("tell where to send a test")
          .hint("--send-test mail:you@example.com, or --send-test sms:NUMBER");
    }
    List<TestLetter> letters = targets.stream().map(TestLetter::to).toList();
    return new Tested(
        letters.stream().map(letter -> letter.send(site.values(), site::channel)).toList());
  }
}
