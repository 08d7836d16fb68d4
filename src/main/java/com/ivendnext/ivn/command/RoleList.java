package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.Table;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.twofactor.Roles.Summary;
import java.util.List;
import picocli.CommandLine.Command;

@Command
@Examples({"ivn --site mysite role list"})
final class RoleList implements SiteCommand {

  record Listed(List<Summary> roles) implements Result {
    @Override
    public void print(TextWriter out) {
      out.table(
          Table.of("Role", "2FA", "Users")
              .rows(
                  roles.stream()
                      .map(
                          role ->
                              List.of(
                                  role.name(),
                                  role.twoFactor() ? "yes" : "no",
                                  role.comesBy() == null ? role.grants() + "" : role.comesBy()))
                      .toList()));
    }
  }

  @Override
  public Result run(SiteSession site) {
    return new Listed(site.roles().summaries());
  }
}
