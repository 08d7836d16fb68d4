package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.site.Bench;
import com.ivendnext.ivn.twofactor.Authenticator;
import com.ivendnext.ivn.twofactor.ShellWord;
import com.ivendnext.ivn.twofactor.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs commands one after the other before the eyes of somebody who learns them. */
public final class Story {
  private final Invocation invocation;
  private final CommandTree tree;
  private final Path bench;
  private final String site;

  /**
   * @throws Failure (usage) where the answer is to be JSON
   */
  public Story(Invocation invocation, CommandTree tree, Path bench, String site) {
    if (invocation.output().json()) {
      throw Failure.usage("a story is for people and has no JSON");
    }
    this.invocation = invocation;
    this.tree = tree;
    this.bench = bench;
    this.site = site;
  }

  public Path bench() {
    return bench;
  }

  public void tell(String sentence) {
    invocation.output().text().blank().line(Style.BOLD, "# " + sentence);
  }

  /**
   * Shows and runs a command.
   *
   * @throws Failure when it does not end with {@code expected}
   */
  public void run(int expected, String... command) {
    boolean aboutBench = command[0].equals("new-site");
    invocation
        .output()
        .text()
        .line("$ ivn " + (aboutBench ? "" : "--site " + site + " ") + shown(command));
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--bench", bench.toString()));
    if (!aboutBench) {
      arguments.addAll(List.of("--site", site));
    }
    int status = invocation.run(tree, arguments);
    if (status != expected) {
      throw Failure.refused("the story ends here: that command was to exit with " + expected)
          .hint("an empty or new directory is needed: ivn quickstart DIR");
    }
    if (status != 0) {
      invocation.output().text().line("(exit status " + status + ")");
    }
  }

  /** The code that the user's phone shows, now or {@code steps} time steps later. */
  public String code(String user, int steps) {
    try (Store store =
        invocation.context().opener().open(new Bench(bench).site(site), invocation.context())) {
      Authenticator held = store.authenticators().of(user).get(0);
      long step = held.totp().step(invocation.context().clock().instant()) + steps;
      return held.hotp().code(store.authenticators().secret(held), step);
    }
  }

  private static String shown(String... command) {
    StringBuilder shown = new StringBuilder();
    for (String argument : command) {
      shown.append(shown.isEmpty() ? "" : " ");
      shown.append(ShellWord.of(argument));
    }
    return shown.toString();
  }
}
