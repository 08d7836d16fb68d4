package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.twofactor.RecoveryCode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command
@Examples({
  "ivn --site mysite recovery generate user@example.com",
  "ivn --site mysite recovery generate user@example.com > codes.txt"
})
final class RecoveryGenerate implements SiteCommand {
  @Parameters(paramLabel = "USER", description = "The user.")
  String user;

  record Generated(String site, String user, List<String> codes) implements Result {
    @Override
    public void print(TextWriter out) {
      out.line("Recovery codes of " + user + " on " + site + ".");
      out.line("Each gets in once, instead of a code from the app. Earlier ones are void.");
      out.line("They are shown this once: print them, keep them apart from the phone.").blank();
      for (int i = 0; i < codes.size(); i++) {
        out.line((i < 9 ? "   " : "  ") + (i + 1) + "  " + codes.get(i));
      }
    }
  }

  @Override
  public Result run(SiteSession site) {
    return generate(site, user);
  }

  static Result generate(SiteSession site, String user) {
    List<RecoveryCode> codes = site.recoveryCodes().generate(user);
    return new Generated(
        site.site().name(),
        site.accounts().find(user).user().name(),
        codes.stream().map(RecoveryCode::grouped).toList());
  }
}
