package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.BenchCommand;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Invocation;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.completion.Script;
import com.ivendnext.ivn.completion.Shell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command
@Examples({
  "ivn completion bash > ~/.local/share/bash-completion/completions/ivn",
  "ivn completion zsh > /usr/local/share/zsh/site-functions/_ivn",
  "ivn completion fish > ~/.config/fish/completions/ivn.fish"
})
final class Completion implements BenchCommand {
  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  Shell shell;

  record Printed(String shell, String file, String script) implements Result {
    @Override
    public void print(TextWriter out) {
      out.raw(script);
    }
  }

  @Override
  public Result run(Invocation invocation) {
    return new Printed(shell.toString(), shell.file(), Script.of(shell, CommandList.tree()));
  }
}
