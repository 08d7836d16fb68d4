package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess;
import com.ivendnext.ivn.cli.BenchCommand;
import com.ivendnext.ivn.cli.CommandEntry;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.ExitStatus;
import com.ivendnext.ivn.cli.SiteCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** The command list, the files and the help agree. */
class CommandTreeTest {
  private static final Path SOURCES = Path.of("src/main/java/com/ivendnext/ivn/command");
  private static final Set<String> NOT_COMMANDS =
      Set.of("CommandList", "CommandFields", "package-info");

  @TempDir Path directory;

  static List<CommandEntry> commands() {
    return CommandList.tree().entries().stream()
        .filter(entry -> !entry.group() && entry.aliasOf() == null)
        .toList();
  }

  static List<CommandEntry> everything() {
    return CommandList.tree().entries().stream().filter(entry -> entry.aliasOf() == null).toList();
  }

  private static Object instance(CommandEntry entry) throws ReflectiveOperationException {
    return Class.forName("com.ivendnext.ivn.command." + entry.className())
        .getDeclaredConstructor()
        .newInstance();
  }

  @Test
  void every_file_is_a_node_and_every_node_a_file() throws IOException {
    Set<String> files = new TreeSet<>();
    try (Stream<Path> sources = Files.list(SOURCES)) {
      sources.forEach(file -> files.add(file.getFileName().toString().replace(".java", "")));
    }
    files.removeAll(NOT_COMMANDS);
    Set<String> nodes = new TreeSet<>();
    commands().forEach(entry -> nodes.add(entry.className()));
    assertEquals(nodes, files);
  }

  @Test
  void every_alias_stands_for_a_command() {
    Set<String> paths = new TreeSet<>();
    commands().forEach(entry -> paths.add(entry.path()));
    for (CommandEntry entry : CommandList.tree().entries()) {
      assertTrue(entry.aliasOf() == null || paths.contains(entry.aliasOf()), entry.path());
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void is_about_a_bench_or_a_site_and_has_examples(CommandEntry entry) throws Exception {
    Object command = instance(entry);
    assertTrue(command instanceof BenchCommand ^ command instanceof SiteCommand);
    Examples examples = command.getClass().getAnnotation(Examples.class);
    assertNotNull(examples);
    for (String example : examples.value()) {
      assertTrue(example.contains(entry.path()), example);
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void describes_every_option_and_parameter(CommandEntry entry) throws Exception {
    for (ArgSpec argument : new CommandLine(instance(entry)).getCommandSpec().args()) {
      if (argument.hidden()) {
        continue;
      }
      assertTrue(argument.description().length > 0, argument.toString());
      assertTrue(argument.description()[0].endsWith("."), argument.description()[0]);
      boolean valued = argument.arity().max() > 0;
      assertFalse(valued && argument.paramLabel().startsWith("<"), argument.paramLabel());
    }
  }

  @ParameterizedTest
  @MethodSource("everything")
  void helps_in_one_screen_with_exit_statuses(CommandEntry entry) {
    String[] words = (entry.path() + " --help").split(" ");
    InProcess.Outcome help = new InProcess(directory).run(words);
    assertEquals(0, help.status());
    assertEquals("", help.err());
    assertTrue(help.out().startsWith("ivn " + entry.path() + " - " + entry.summary()));
    for (ExitStatus status : ExitStatus.values()) {
      assertTrue(help.out().contains(status.status() + " " + status.code()), status.code());
    }
    assertTrue(help.out().lines().count() <= 40, "more than a screen");
    help.out().lines().forEach(line -> assertTrue(line.length() <= 100, line));
  }

  @Test
  void suggests_the_command_that_was_meant() {
    InProcess.Outcome outcome = new InProcess(directory).run("user", "enrol", "a@example.com");
    assertEquals(2, outcome.status());
    assertEquals(
        "ivn: there is no command user enrol\nivn: hint: did you mean ivn user enroll?\n",
        outcome.err());
  }

  @Test
  void suggests_the_option_that_was_meant() {
    InProcess.Outcome outcome = new InProcess(directory).run("user", "list", "--mising");
    assertEquals(2, outcome.status());
    assertEquals(
        "ivn: unknown option --mising\nivn: hint: did you mean --missing?\n", outcome.err());
  }
}
