package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.Counted;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.ForText;
import com.ivendnext.ivn.cli.JsonWriter;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SiteCommand;
import com.ivendnext.ivn.cli.SiteSession;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.provision.State;
import com.ivendnext.ivn.provision.YamlText;
import com.ivendnext.ivn.site.PrivateFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command
@Examples({
  "ivn --site mysite dump",
  "ivn --site mysite dump -o site.yaml",
  "ivn --site mysite dump --as json"
})
final class Dump implements SiteCommand {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to FILE, which only its owner may read.")
  Path file;

  @Option(names = "--as", paramLabel = "FORMAT", description = "yaml (default) or json.")
  As as = As.YAML;

  @Option(names = "--force", description = "Overwrite FILE.")
  boolean force;

  /** The formats that {@code ivn apply} reads. */
  enum As {
    YAML,
    JSON;

    String text(Map<String, Object> document) {
      return this == JSON ? JsonWriter.text(document) : YamlText.of(document);
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  record Dumped(int version, Object settings, Object roles, Object users, Text text)
      implements Result {
    @Override
    public void print(TextWriter out) {
      out.raw(text.text());
    }
  }

  /** The document as people want it. */
  record Text(String text) implements ForText {}

  record Written(String site, Path file, int roles, int users) implements Result {
    @Override
    public void print(TextWriter out) {
      out.line("Wrote " + site + " with " + Counted.users(users) + " to " + file + ".");
    }
  }

  @Override
  public Result run(SiteSession site) {
    if (file != null) {
      PrivateFile.requireWritable(site.invocation().resolve(file), force);
    }
    State state = site.state().dump();
    String text = as.text(state.document());
    if (file == null) {
      return new Dumped(
          State.VERSION, state.settings(), state.roles(), state.users(), new Text(text));
    }
    PrivateFile.write(
        site.invocation().resolve(file), text.getBytes(StandardCharsets.UTF_8), force);
    return new Written(site.site().name(), file, state.roles().size(), state.users().size());
  }
}
