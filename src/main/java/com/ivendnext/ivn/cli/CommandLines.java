package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.settings.Closest;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Parses the command line of one command; no other command is built. */
final class CommandLines {
  private CommandLines() {}

  /**
   * The parser of {@code command}, which is reached by the words of {@code path}.
   *
   * @param command null where only the global options are expected
   */
  static CommandLine parser(GlobalOptions options, String path, Object command) {
    CommandLine root = new CommandLine(options);
    if (command != null) {
      CommandLine parent = root;
      String[] words = path.split(" ");
      for (int i = 0; i < words.length - 1; i++) {
        CommandLine group = new CommandLine(CommandSpec.create());
        parent.addSubcommand(words[i], group);
        parent = group;
      }
      parent.addSubcommand(words[words.length - 1], new CommandLine(command));
    }
    root.setCaseInsensitiveEnumValuesAllowed(true);
    root.setExpandAtFiles(false);
    root.setInterpolateVariables(false);
    return root;
  }

  /**
   * Sets the values of options and command from {@code arguments}.
   *
   * @throws Failure (usage) when they do not fit
   */
  static ParseResult parse(CommandLine parser, List<String> arguments, String path) {
    try {
      return parser.parseArgs(arguments.toArray(new String[0]));
    } catch (ParameterException mistake) {
      throw explain(mistake, path);
    }
  }

  private static Failure explain(ParameterException mistake, String path) {
    String help = "ivn " + (path.isEmpty() ? "" : path + " ") + "--help shows what it takes";
    if (mistake instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched, help);
    }
    if (mistake instanceof MissingParameterException missing) {
      return Failure.usage("missing " + names(missing)).hint(help);
    }
    if (mistake.getArgSpec() instanceof OptionSpec option && option.type().isEnum()) {
      return notOneOf(option, mistake.getValue()).hint(help);
    }
    String message = mistake.getMessage();
    return Failure.usage(Character.toLowerCase(message.charAt(0)) + message.substring(1))
        .hint(help);
  }

  private static Failure notOneOf(OptionSpec option, String typed) {
    Object[] choices = option.type().getEnumConstants();
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < choices.length; i++) {
      list.append(i == 0 ? "" : i == choices.length - 1 ? " or " : ", ").append(choices[i]);
    }
    return Failure.usage(
        option.names()[0] + " must be " + list + ", not \"" + shortened(typed) + "\"");
  }

  private static String names(MissingParameterException missing) {
    StringBuilder names = new StringBuilder();
    missing
        .getMissing()
        .forEach(spec -> names.append(names.isEmpty() ? "" : ", ").append(spec.paramLabel()));
    return names.toString();
  }

  private static Failure unmatched(UnmatchedArgumentException unmatched, String help) {
    String first = unmatched.getUnmatched().get(0);
    if (!unmatched.isUnknownOption()) {
      return Failure.usage("unexpected argument " + shortened(first)).hint(help);
    }
    List<String> near = unmatched.getSuggestions();
    boolean value = !unmatched.getCommandLine().getCommandSpec().positionalParameters().isEmpty();
    String other = value ? help + "; -- stands before a value that begins with -" : help;
    return Failure.usage("unknown option " + shortened(first))
        .hint(near.isEmpty() ? other : "did you mean " + near.get(0) + "?");
  }

  /** Whether {@code argument} is an option that every command takes. */
  static boolean isGlobalOption(String argument) {
    int end = argument.indexOf('=');
    String name = end < 0 ? argument : argument.substring(0, end);
    return globals().containsKey(name);
  }

  /** What to say of an option where only global ones may stand. */
  static Failure unknownOption(String argument) {
    String closest = Closest.to(argument, globals().keySet());
    return Failure.usage("unknown option " + shortened(argument))
        .hint(closest == null ? "ivn --help lists the options" : "did you mean " + closest + "?");
  }

  private static Map<String, OptionSpec> globals() {
    return new CommandLine(new GlobalOptions()).getCommandSpec().optionsMap();
  }

  private static String shortened(String argument) {
    return argument.length() <= 60 ? argument : argument.substring(0, 60) + "…";
  }
}
