package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
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
    String message = mistake.getMessage();
    return Failure.usage(Character.toLowerCase(message.charAt(0)) + message.substring(1))
        .hint(help);
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
    String hint = near.isEmpty() ? help : "did you mean " + near.get(0) + "?";
    boolean number = first.length() > 1 && first.charAt(1) >= '0' && first.charAt(1) <= '9';
    return Failure.usage("unknown option " + shortened(first))
        .hint(number ? "put -- before a value that begins with -" : hint);
  }

  private static String shortened(String argument) {
    return argument.length() <= 60 ? argument : argument.substring(0, 60) + "…";
  }
}
