package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.settings.Closest;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Finds the command that a command line names without building any other. */
public final class CommandTree {
  /** The global options that take a value as the next argument. */
  static final Set<String> VALUED = Set.of("--site", "--bench", "--format", "--color");

  private final List<CommandEntry> entries;
  private final String commandPackage;
  private final Arguments plain;

  /**
   * @param commandPackage where the classes of the commands are
   * @param plain the plain arguments of the commands
   */
  public CommandTree(List<CommandEntry> entries, String commandPackage, Arguments plain) {
    this.entries = entries;
    this.commandPackage = commandPackage;
    this.plain = plain;
  }

  Arguments plain() {
    return plain;
  }

  public List<CommandEntry> entries() {
    return entries;
  }

  /**
   * The command or group named by {@code arguments}; empty where they name none at all.
   *
   * @throws Failure (usage) when a word is no command, or is the value of an unknown option
   */
  Optional<CommandEntry> route(List<String> arguments) {
    CommandEntry found = null;
    for (int i = firstWord(arguments); i >= 0; i = nextWord(arguments, i + 1)) {
      String word = arguments.get(i);
      String path = found == null ? word : found.path() + " " + word;
      Optional<CommandEntry> deeper = find(path);
      if (deeper.isEmpty() && found != null && !found.group()) {
        break;
      }
      if (deeper.isEmpty()) {
        throw unknown(path, found, i == 0 ? "" : arguments.get(i - 1));
      }
      found = deeper.get();
    }
    return Optional.ofNullable(found);
  }

  /** The object that runs {@code entry}, with no value set. */
  Object instantiate(CommandEntry entry) {
    String name = commandPackage + "." + entry.className();
    try {
      Constructor<?> constructor = Class.forName(name).getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException missing) {
      throw Failure.internal("command " + entry.path() + " has no class " + name, missing);
    }
  }

  /** The options and operands of a command. */
  public CommandSpec spec(CommandEntry entry) {
    CommandLine parser =
        CommandLines.parser(new GlobalOptions(), entry.path(), instantiate(resolve(entry)));
    CommandLine found = parser;
    for (String word : entry.path().split(" ")) {
      found = found.getSubcommands().get(word);
    }
    return found.getCommandSpec();
  }

  /** The options that every command takes. */
  public CommandSpec globals() {
    return new CommandLine(new GlobalOptions()).getCommandSpec();
  }

  /** What a group holds, or the whole tree's first level for null; aliases stay out. */
  public List<CommandEntry> children(CommandEntry group) {
    String prefix = group == null ? "" : group.path() + " ";
    List<CommandEntry> children = new ArrayList<>();
    for (CommandEntry entry : entries) {
      boolean inside = entry.path().startsWith(prefix) && !entry.path().equals(prefix.strip());
      boolean direct = inside && entry.path().indexOf(' ', prefix.length()) < 0;
      if (direct && entry.aliasOf() == null) {
        children.add(entry);
      }
    }
    return children;
  }

  Optional<CommandEntry> find(String path) {
    for (CommandEntry entry : entries) {
      if (entry.path().equals(path)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /** What an alias stands for; the entry itself otherwise. */
  CommandEntry resolve(CommandEntry entry) {
    return entry.aliasOf() == null ? entry : find(entry.aliasOf()).orElseThrow();
  }

  /** Where the first argument stands that is neither option nor value of one; -1 for nowhere. */
  static int firstWord(List<String> arguments) {
    return nextWord(arguments, 0);
  }

  private static int nextWord(List<String> arguments, int from) {
    boolean value = false;
    for (int i = from; i < arguments.size() && !arguments.get(i).equals("--"); i++) {
      if (!value && !arguments.get(i).startsWith("-")) {
        return i;
      }
      value = !value && VALUED.contains(arguments.get(i));
    }
    return -1;
  }

  private Failure unknown(String path, CommandEntry group, String before) {
    if (before.startsWith("-") && !CommandLines.isGlobalOption(before)) {
      return CommandLines.unknownOption(before);
    }
    List<String> candidates = new ArrayList<>();
    for (CommandEntry entry : entries) {
      boolean sibling = group == null || entry.path().startsWith(group.path() + " ");
      if (sibling && entry.aliasOf() == null) {
        candidates.add(entry.path());
      }
    }
    String closest = Closest.to(path, candidates);
    String help = group == null ? "ivn --help" : "ivn " + group.path() + " --help";
    return Failure.usage("there is no command " + (path.length() > 60 ? "like that" : path))
        .hint(closest == null ? help + " lists the commands" : "did you mean ivn " + closest + "?");
  }
}
