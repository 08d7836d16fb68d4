package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.provision.ShellWords;
import com.ivendnext.ivn.provision.TextLines;
import com.ivendnext.ivn.terminal.Terminal;
import java.util.List;

/** Runs command lines from a file, one after the other, in this JVM and over stores kept open. */
public final class BatchRun {
  private final Invocation invocation;
  private final CommandTree tree;
  private final boolean keepGoing;
  private int commands;
  private int failed;
  private int firstFailed;
  private ExitStatus status = ExitStatus.OK;

  /**
   * @param keepGoing whether a command that fails does not keep the next ones from their turn
   */
  public BatchRun(Invocation invocation, CommandTree tree, boolean keepGoing) {
    this.invocation = invocation;
    this.tree = tree;
    this.keepGoing = keepGoing;
  }

  /**
   * What became of it.
   *
   * @param commands how many were run
   * @param firstFailedLine the line of the first that failed; 0 for none
   * @param stopped whether the rest was not run because of that
   * @param exit the status of the first that failed
   */
  public record Summary(
      int commands, int succeeded, int failed, int firstFailedLine, boolean stopped, int exit) {}

  /**
   * The answer of the batch as a whole, once each command has printed its own.
   *
   * @param summary in a member of its own, so that it looks like no command's answer
   */
  public record Done(Summary summary) implements Result {
    @Override
    public void print(TextWriter out) {
      // each command has
    }

    @Override
    public List<String> notes() {
      return List.of(
          Counted.of(summary.commands(), "command")
              + ", "
              + (summary.failed() == 0 ? "none" : String.valueOf(summary.failed()))
              + " failed"
              + (summary.failed() > 0 ? ", the first on line " + summary.firstFailedLine() : "")
              + (summary.stopped() ? "; the lines after it were not run" : ""));
    }

    @Override
    public ExitStatus exitStatus() {
      return ExitStatus.of(summary.exit());
    }
  }

  /**
   * Runs the lines.
   *
   * @throws Failure (data) when they cannot be read
   */
  public Done run(TextLines lines) {
    Context context = invocation.context();
    Terminal deaf = context.terminal().withoutInput(BatchRun::noInput);
    try (KeptStores stores = new KeptStores(context.opener())) {
      BatchLine line = new BatchLine(tree, context.with(deaf, stores), invocation.options());
      boolean more = true;
      while (more) {
        more = step(lines, line) && (keepGoing || failed == 0);
      }
    }
    invocation.options().oneLine = true;
    return new Done(
        new Summary(
            commands,
            commands - failed,
            failed,
            firstFailed,
            failed > 0 && !keepGoing,
            status.status()));
  }

  /** Runs the next line; false at the end. */
  private boolean step(TextLines lines, BatchLine runner) {
    List<String> words;
    try {
      String text = lines.next();
      if (text == null) {
        return false;
      }
      words = ShellWords.of(text);
    } catch (Failure unreadable) {
      runner.fail(lines.number(), null, unreadable);
      count(lines.number(), ExitStatus.of(unreadable.kind()));
      return unreadable.kind() != Failure.Kind.DATA;
    }
    words = words.isEmpty() || !words.get(0).equals("ivn") ? words : words.subList(1, words.size());
    if (!words.isEmpty()) {
      count(lines.number(), runner.run(lines.number(), words));
    }
    return true;
  }

  private void count(int line, ExitStatus ended) {
    commands++;
    if (ended != ExitStatus.OK) {
      status = failed == 0 ? ended : status;
      firstFailed = failed == 0 ? line : firstFailed;
      failed++;
    }
  }

  static Failure noInput() {
    return Failure.usage("a command of a batch cannot read standard input")
        .hint("name a file instead of -");
  }
}
