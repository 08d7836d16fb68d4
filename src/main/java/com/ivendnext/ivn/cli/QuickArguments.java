package com.ivendnext.ivn.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Plain command lines, read by what the build found out ({@link Arguments}): building picocli's
 * parser costs more than a whole verification.
 *
 * <p>Whatever is not plain is left to picocli, which knows every rule and words every error: help
 * of a command, short options with their value in one word, an option given twice, anything that
 * does not fit. A test holds the two to the same results.
 */
final class QuickArguments {
  private static final Arguments CLI = new PlainArguments();

  private final Spelling global = new Spelling(CLI.spelling("GlobalOptions"));
  private final List<String> words = new ArrayList<>();
  private final GlobalOptions options;
  private final Arguments plain;
  private Spelling own;

  QuickArguments(GlobalOptions options, Arguments plain) {
    this.options = options;
    this.plain = plain;
  }

  /**
   * Sets what {@code arguments} say in the options and {@code command}; false, and nothing is set,
   * where they are not plain.
   *
   * @param path the words that name the command; empty for none
   * @param command null for none
   */
  boolean set(String path, Object command, List<String> arguments) {
    String line = command == null ? "" : plain.spelling(command.getClass().getSimpleName());
    if (line == null) {
      return false;
    }
    own = new Spelling(line);
    return read(arguments, Spelling.split(path, ' ')) && assign(command);
  }

  /** Sorts the arguments; those words that come first are the command's path. */
  private boolean read(List<String> arguments, List<String> path) {
    int seen = 0;
    int used = 1;
    for (int i = 0; i < arguments.size() && used > 0; i += used) {
      String argument = arguments.get(i);
      used = 1;
      if (!Spelling.isWord(argument)) {
        String next = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
        used = option(argument, next, seen == path.size());
      } else if (seen == path.size()) {
        words.add(argument);
      } else {
        used = argument.equals(path.get(seen++)) ? 1 : 0;
      }
    }
    return used > 0 && seen == path.size();
  }

  private int option(String argument, String next, boolean behindPath) {
    int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
    String name = equals < 0 ? argument : argument.substring(0, equals);
    String attached = equals < 0 ? null : argument.substring(equals + 1);
    if (behindPath && own.knows(name)) {
      return own.take(name, attached, next);
    }
    return global.knows(name) ? global.take(name, attached, next) : 0;
  }

  private boolean assign(Object command) {
    if (command == null) {
      FieldValues globals = FieldValues.of(options, null, global, words);
      return set(globals, globals);
    }
    return !global.given.containsKey("help")
        && set(
            FieldValues.of(options, null, global, List.of()),
            FieldValues.of(command, options, own, words));
  }

  private boolean set(FieldValues globals, FieldValues others) {
    if (globals == null || others == null) {
      return false;
    }
    globals.set(CLI, plain);
    others.set(CLI, plain);
    return true;
  }
}
