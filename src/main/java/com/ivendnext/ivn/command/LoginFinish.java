package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SecretSource;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command
@Examples({"ivn --site mysite login finish TMP_ID 123456 --format json"})
final class LoginFinish implements SiteCommand {
  @Parameters(index = "0", paramLabel = "TMP_ID", description = "What login start answered.")
  String tmpId;

  @Parameters(
      index = "1",
      paramLabel = "CODE",
      description = "What the user typed; - reads it from standard input.")
  String code;

  @Option(names = "--address", paramLabel = "ADDRESS", description = "Where the login comes from.")
  String address;

  @Override
  public Result run(SiteSession site) {
    String typed = SecretSource.argument(site.invocation(), code);
    return LoginStart.Begun.of(
        site.logins().finish(tmpId, typed, site.login().from(address), site::channel));
  }
}
