package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.BenchCommand;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Invocation;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.settings.Setting;
import com.ivendnext.ivn.settings.Settings;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command
@Examples({"ivn settings describe two_factor_method"})
final class SettingsDescribe implements BenchCommand {
  @Parameters(paramLabel = "KEY", description = "The key.")
  String key;

  record Described(
      String key,
      String meaning,
      String allowed,
      List<String> choices,
      Object defaultValue,
      boolean secret)
      implements Result {
    @Override
    public void print(TextWriter out) {
      out.line(key).line("  " + meaning);
      out.line("  It must be " + allowed + ".");
      out.line("  Default: " + (defaultValue == null ? "none" : defaultValue) + ".");
      if (secret) {
        out.line("  It is a secret: shown by show-config --show-secrets only.");
      }
    }
  }

  @Override
  public Result run(Invocation invocation) {
    Setting<?> setting = Settings.named(key);
    return new Described(
        setting.key(),
        setting.meaning(),
        setting.type().allowed(),
        setting.type().choices(),
        setting.storedFallback(),
        setting.secret());
  }
}
