package com.ivendnext.ivn.command;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.cli.AffectedList;
import com.ivendnext.ivn.cli.BenchCommand;
import com.ivendnext.ivn.cli.Caution;
import com.ivendnext.ivn.cli.ConfigChange;
import com.ivendnext.ivn.cli.ConfigChange.SiteImpact;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Invocation;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.SecretSource;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.site.ConfigEdit;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command
@Examples({
  "ivn --site mysite set-config enable_two_factor_auth true",
  "ivn set-config -g otp_issuer_name \"Example Ltd\"",
  "ivn --site mysite set-config -p sms_parameters \"{'sender': 'Example'}\"",
  "ivn --site mysite set-config mail_password --value-file password.txt"
})
final class SetConfig implements BenchCommand {
  @Mixin Caution caution;

  @Option(
      names = {"-g", "--global"},
      description = "Write the config that all sites of the bench share.")
  boolean global;

  @Option(
      names = {"-p", "--parse"},
      description = "VALUE is a JSON or Python literal.")
  boolean parse;

  @Option(
      names = "--value-file",
      paramLabel = "FILE",
      description = "Read VALUE from FILE (- for standard input); for secrets.")
  Path valueFile;

  @Parameters(index = "0", paramLabel = "KEY", description = "The key.")
  String key;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "VALUE",
      description = "Its value; None removes the key.")
  String value;

  record Written(
      String key,
      boolean changed,
      boolean dryRun,
      List<Path> files,
      List<SiteImpact> impact,
      List<String> notes,
      List<String> warnings)
      implements Result {
    /** Silent on success, as bench is, unless there is somebody to think of. */
    @Override
    public void print(TextWriter out) {
      if (dryRun) {
        out.line("Dry run, nothing was changed.");
      }
      for (SiteImpact site : impact) {
        if (impact.size() > 1 && !site.affected().isEmpty()) {
          out.line("Site " + site.site());
        }
        AffectedList.print(site.affected(), out);
      }
    }
  }

  @Override
  public Result run(Invocation invocation) {
    ConfigEdit edit = ConfigEdit.of(key, value(invocation), parse);
    ConfigChange.Outcome outcome =
        new ConfigChange(invocation, edit, caution).write(invocation.configs(global));
    return new Written(
        edit.key(),
        outcome.changed(),
        caution.dryRun(),
        outcome.files(),
        outcome.impact(),
        edit.notes(),
        edit.warnings(valueFile == null));
  }

  private String value(Invocation invocation) {
    if ((value == null) == (valueFile == null)) {
      throw Failure.usage(
              value == null ? "missing VALUE" : "VALUE and --value-file exclude each other")
          .hint("ivn set-config --help shows what it takes");
    }
    return value == null ? SecretSource.readAll(invocation, valueFile) : value;
  }
}
