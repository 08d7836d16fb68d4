package com.ivendnext.ivn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.command.CommandList;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Plain command lines mean the same to {@link QuickArguments} and to picocli. */
class QuickArgumentsTest {
  private static final CommandTree TREE = CommandList.tree();
  private static final String[] WORDS = {
    "user@example.com",
    "123456",
    "-",
    "all",
    "json",
    "TEXT",
    "a=b",
    "x y",
    "totp",
    "never",
    "",
    "true",
    "\"quoted\"",
    "@file",
    "0x10",
    "--",
    "-1",
    "--nosuch",
    "-h",
    "help",
    "${sys:user.name}"
  };

  static List<CommandEntry> commands() {
    return TREE.entries().stream().filter(entry -> !entry.group()).toList();
  }

  /** What a command line leaves in the options and the command; null where it does not fit. */
  private static Map<String, Object> quick(CommandEntry entry, List<String> arguments) {
    GlobalOptions options = new GlobalOptions();
    Object command = TREE.instantiate(TREE.resolve(entry));
    return new QuickArguments(options, TREE.plain()).set(entry.path(), command, arguments)
        ? state(options, command)
        : null;
  }

  private static Map<String, Object> picocli(CommandEntry entry, List<String> arguments) {
    GlobalOptions options = new GlobalOptions();
    Object command = TREE.instantiate(TREE.resolve(entry));
    CommandLine parser = CommandLines.parser(options, entry.path(), command);
    try {
      CommandLines.parse(parser, arguments, entry.path());
    } catch (Failure refused) {
      return Map.of("refused", refused.getMessage());
    }
    return state(options, command);
  }

  private static Map<String, Object> state(GlobalOptions options, Object command) {
    Map<String, Object> state = new TreeMap<>();
    fill(state, "", options);
    fill(state, "command.", command);
    return state;
  }

  private static void fill(Map<String, Object> state, String prefix, Object object) {
    try {
      for (Field field : object.getClass().getDeclaredFields()) {
        field.setAccessible(true);
        Object value = field.get(object);
        boolean part =
            value != null && value.getClass().getPackageName().equals("com.ivendnext.ivn.cli");
        if (part && !(value instanceof GlobalOptions) && !(value instanceof Enum)) {
          fill(state, prefix + field.getName() + ".", value);
        } else if (!(value instanceof GlobalOptions)) {
          state.put(prefix + field.getName(), String.valueOf(value));
        }
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Something that a person could type: the command's words among options and values. */
  private static List<String> line(CommandEntry entry, Random random) {
    Object command = TREE.instantiate(TREE.resolve(entry));
    CommandLine parser = CommandLines.parser(new GlobalOptions(), entry.path(), command);
    for (String ignored : entry.path().split(" ")) {
      parser = parser.getSubcommands().values().iterator().next();
    }
    List<String> names = new ArrayList<>(parser.getCommandSpec().optionsMap().keySet());
    List<String> line = new ArrayList<>(List.of(entry.path().split(" ")));
    int wanted = parser.getCommandSpec().positionalParameters().size() + random.nextInt(3) - 1;
    for (int i = 0; i < wanted; i++) {
      line.add(random.nextInt(3) > 0 ? "word" + i : WORDS[random.nextInt(WORDS.length)]);
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      String name = names.get(random.nextInt(names.size()));
      String value = WORDS[random.nextInt(WORDS.length)];
      int at = random.nextInt(line.size() + 1);
      switch (random.nextInt(3)) {
        case 0 -> line.add(at, name + "=" + value);
        case 1 -> line.addAll(at, List.of(name, value));
        default -> line.add(at, name);
      }
    }
    return line;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void both_understand_the_same(CommandEntry entry) {
    Random random = new Random(entry.path().hashCode());
    for (int i = 0; i < 150; i++) {
      List<String> line = line(entry, random);
      Map<String, Object> quick = quick(entry, line);
      if (quick != null) {
        assertEquals(picocli(entry, line), quick, line.toString());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void the_plainest_line_of_every_command_is_quick(CommandEntry entry) {
    List<String> line = new ArrayList<>(List.of("--site", "s"));
    line.addAll(List.of(entry.path().split(" ")));
    Object command = TREE.instantiate(TREE.resolve(entry));
    CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.forAnnotatedObject(command);
    for (CommandLine.Model.PositionalParamSpec parameter : spec.positionalParameters()) {
      line.add(plainValue(parameter.type()));
    }
    line.addAll(List.of("--format", "json", "--no-input"));
    assumeTrue(spec.options().stream().noneMatch(CommandLine.Model.OptionSpec::required));
    assertEquals(picocli(entry, line), quick(entry, line), line.toString());
  }

  private static String plainValue(Class<?> type) {
    return type.isEnum() ? ((Enum<?>) type.getEnumConstants()[0]).name() : "word";
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V", "--help", "-h --color never", ""})
  void the_program_alone_is_quick(String typed) {
    List<String> line = typed.isEmpty() ? List.of() : List.of(typed.split(" "));
    assertTrue(new QuickArguments(new GlobalOptions(), TREE.plain()).set("", null, line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "otp verify u 1 2",
        "otp verify u 1 --help",
        "otp verify u 1 --site a --site b",
        "otp verify u 1 --format xml",
        "otp verify u 1 --site=",
        "otp verify u 1 --site",
        "otp verify u 1 -vv",
        "otp verify u -1",
        "otp verify -- u 1",
        "otp verify u 1 --no-input=true"
      })
  void what_is_not_plain_is_left_to_picocli_untouched(String typed) {
    GlobalOptions options = new GlobalOptions();
    Object command = TREE.instantiate(TREE.find("otp verify").orElseThrow());
    Map<String, Object> before = state(options, command);
    assertFalse(
        new QuickArguments(options, TREE.plain())
            .set("otp verify", command, List.of(typed.split(" "))));
    assertEquals(before, state(options, command));
  }

  @Test
  void options_of_a_command_stand_behind_its_name() {
    Object command = TREE.instantiate(TREE.find("user list").orElseThrow());
    List<String> line = List.of("--missing", "user", "list");
    assertFalse(
        new QuickArguments(new GlobalOptions(), TREE.plain()).set("user list", command, line));
  }
}
