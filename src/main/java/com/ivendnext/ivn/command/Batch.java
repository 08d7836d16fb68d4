package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.BatchRun;
import com.ivendnext.ivn.cli.BenchCommand;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.InputFile;
import com.ivendnext.ivn.cli.Invocation;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.provision.TextLines;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command
@Examples({
  "ivn --site mysite batch -f commands.txt",
  "ivn --site mysite batch -f - --keep-going --format json < commands.txt"
})
final class Batch implements BenchCommand {
  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      required = true,
      description = "One command per line, quoted as for a shell (- for standard input).")
  Path file;

  @Option(
      names = "--keep-going",
      description = "Run the lines behind one that fails. Default: stop there.")
  boolean keepGoing;

  @Override
  public Result run(Invocation invocation) {
    try (InputFile lines = InputFile.open(invocation, file)) {
      return new BatchRun(invocation, CommandList.tree(), keepGoing)
          .run(new TextLines(lines.stream()));
    }
  }
}
