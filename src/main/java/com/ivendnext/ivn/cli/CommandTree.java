package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.settings.Closest;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the command that a command line names without building any other. */
public final class CommandTree {
  /** The global options that take a value as the next argument. */
  static final Set<String> VALUED = Set.of("--site", "--bench", "--format", "--color");

  private final List<CommandEntry> entries;
  private final String commandPackage;

  /**
   * @param commandPackage where the classes of the commands are
   */
  public CommandTree(List<CommandEntry> entries, String commandPackage) {
    this.entries = entries;
    this.commandPackage = commandPackage;
  }

  public List<CommandEntry> entries() {
    return entries;
  }

  /**
   * The command or group named by {@code arguments}; empty where they name none at all.
   *
   * @throws Failure (usage) when a word is no command
   */
  Optional<CommandEntry> route(List<String> arguments) {
    CommandEntry found = null;
    for (String word : words(arguments)) {
      String path = found == null ? word : found.path() + " " + word;
      Optional<CommandEntry> deeper = find(path);
      if (deeper.isEmpty() && found != null && !found.group()) {
        break;
      }
      CommandEntry group = found;
      found = deeper.orElseThrow(() -> unknown(path, group));
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

  /** What a group holds, or the whole tree's first level for null; aliases stay out. */
  List<CommandEntry> children(CommandEntry group) {
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

  /** The arguments that are neither options nor values of global options. */
  private static List<String> words(List<String> arguments) {
    List<String> words = new ArrayList<>();
    boolean value = false;
    for (String argument : arguments) {
      if (argument.equals("--")) {
        break;
      }
      if (!value && !argument.startsWith("-")) {
        words.add(argument);
      }
      value = !value && VALUED.contains(argument);
    }
    return words;
  }

  private Failure unknown(String path, CommandEntry group) {
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
