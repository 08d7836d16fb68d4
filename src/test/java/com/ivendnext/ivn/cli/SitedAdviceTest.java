package com.ivendnext.ivn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ivendnext.ivn.command.CommandList;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A command in a hint can be copied as it stands, whatever site the run was about. */
class SitedAdviceTest {
  static Stream<CommandEntry> commands() {
    return CommandList.tree().entries().stream().filter(entry -> !entry.group());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void names_the_site_before_every_command_that_is_about_one(CommandEntry entry) {
    CommandTree tree = CommandList.tree();
    // set-config is about the bench with --global alone, restore about a site that need not be
    // there
    boolean sited =
        tree.instantiate(tree.resolve(entry)) instanceof SiteCommand
            || entry.path().equals("set-config")
            || entry.path().equals("restore");
    String advice = Output.sited("ivn " + entry.path() + " X", "mysite");
    String expected = sited ? "ivn --site mysite " : "ivn ";
    assertEquals(expected + entry.path() + " X", advice);
  }
}
