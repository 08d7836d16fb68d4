package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command
@Examples({"ivn --site mysite role disable-2fa All", "ivn --site all role disable-2fa All"})
final class RoleDisable2fa implements SiteCommand {
  @Parameters(paramLabel = "ROLE", description = "The role.")
  String role;

  @Override
  public Result run(SiteSession site) {
    return new RoleEnable2fa.Ticked(role, false, site.roles().tick(role, false), false, List.of());
  }
}
