package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.Table;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.twofactor.ServeKeyStore.ServeKey;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;

@Command
@Examples({"ivn --site mysite serve-key list"})
final class ServeKeyList implements SiteCommand {

  record Entry(String name, Instant createdAt) {
    static Entry of(ServeKey key) {
      return new Entry(key.name(), key.createdAt());
    }

    private List<String> cells() {
      return List.of(name, createdAt.toString());
    }
  }

  record Listed(List<Entry> keys) implements Result {
    @Override
    public void print(TextWriter out) {
      out.table(Table.of("Name", "Created").rows(keys.stream().map(Entry::cells).toList()));
    }
  }

  @Override
  public Result run(SiteSession site) {
    return new Listed(site.serveKeys().all().stream().map(Entry::of).toList());
  }
}
