package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.Table;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.twofactor.Vault;
import com.ivendnext.ivn.twofactor.Vault.Tally;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

@Command
@Examples({"ivn --site mysite key check", "ivn --site all key check --format json"})
final class KeyCheck implements SiteCommand {

  record Checked(String site, String key, List<Tally> tables) implements Result {
    @Override
    public void print(TextWriter out) {
      List<List<String>> rows = new ArrayList<>();
      int values = 0;
      for (Tally tally : tables) {
        values += tally.values();
        rows.add(List.of(tally.table(), String.valueOf(tally.values())));
      }
      out.table(Table.of("Table", "Values").rows(rows)).blank();
      boolean one = values == 1;
      String what = one ? " of " : "s of ";
      out.line(
          values
              + " sealed value"
              + what
              + site
              + (one ? " opens" : " open")
              + " with key "
              + key
              + ".");
    }
  }

  @Override
  public Result run(SiteSession site) {
    Vault vault = site.store().vault();
    List<Tally> tables = new com.ivendnext.ivn.keys.KeyCheck(vault).run();
    return new Checked(site.site().name(), vault.fingerprint(), tables);
  }
}
