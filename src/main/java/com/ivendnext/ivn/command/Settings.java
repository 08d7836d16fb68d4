package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.BenchCommand;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Invocation;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.Table;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.settings.Setting;
import com.ivendnext.ivn.site.MaskedConfig;
import com.ivendnext.ivn.site.MergedConfig;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

@Command
@Examples({"ivn --site mysite settings", "ivn settings --format json"})
final class Settings implements BenchCommand {

  record Line(String key, Object value, Object defaultValue, String origin, String meaning) {
    static Line of(Setting<?> setting, MergedConfig merged) {
      Object set = merged == null ? null : merged.values().get(setting.key());
      Object shown = set == null || !setting.secret() ? set : MaskedConfig.MASK;
      String origin = set == null ? "default" : word(merged.origin(setting.key()));
      Object fallback = setting.storedFallback();
      return new Line(
          setting.key(), shown == null ? fallback : shown, fallback, origin, setting.meaning());
    }

    private static String word(MergedConfig.Origin origin) {
      return origin.name().toLowerCase(Locale.ROOT);
    }

    private List<String> cells() {
      return List.of(key, value == null ? "" : value.toString(), origin, meaning);
    }
  }

  record Listed(String site, List<Line> settings) implements Result {
    @Override
    public void print(TextWriter out) {
      out.table(
          Table.of("Key", "Value", "From", "Meaning")
              .rows(settings.stream().map(Line::cells).toList()));
    }
  }

  @Override
  public Result run(Invocation invocation) {
    var site = invocation.findSite();
    MergedConfig merged = site.map(found -> found.merged()).orElse(null);
    List<Line> lines =
        com.ivendnext.ivn.settings.Settings.all().stream()
            .map(setting -> Line.of(setting, merged))
            .toList();
    return new Listed(site.map(found -> found.name()).orElse(null), lines);
  }
}
