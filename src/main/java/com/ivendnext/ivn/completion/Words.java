package com.ivendnext.ivn.completion;

import com.ivendnext.ivn.cli.CommandEntry;
import com.ivendnext.ivn.cli.CommandTree;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What may stand on a command line, read from the command tree. */
final class Words {
  private final CommandTree tree;

  Words(CommandTree tree) {
    this.tree = tree;
  }

  /**
   * A command or group.
   *
   * @param path the words that lead to it; empty for the first level
   * @param commands what may follow
   * @param operands what stands at each place behind it
   * @param repeats whether the last place may be filled again and again
   */
  record Node(
      String path,
      List<CommandEntry> commands,
      List<Option> options,
      List<Place> operands,
      boolean repeats) {}

  /**
   * An option.
   *
   * @param place what its value is; null where it takes none
   */
  record Option(String name, Place place, String description) {}

  /** The first level and everything below it. */
  List<Node> nodes() {
    List<Node> nodes = new ArrayList<>();
    nodes.add(new Node("", tree.children(null), options(tree.globals()), List.of(), false));
    for (CommandEntry entry : tree.entries()) {
      nodes.add(entry.group() ? group(entry) : command(entry));
    }
    return nodes;
  }

  private Node group(CommandEntry entry) {
    return new Node(entry.path(), tree.children(entry), List.of(), List.of(), false);
  }

  private Node command(CommandEntry entry) {
    CommandSpec spec = tree.spec(entry);
    List<Place> operands = new ArrayList<>();
    boolean repeats = false;
    for (PositionalParamSpec operand : spec.positionalParameters()) {
      if (!operand.hidden()) {
        operands.add(Place.of(operand));
        repeats = operand.arity().max() > 1;
      }
    }
    return new Node(entry.path(), tree.children(entry), options(spec), operands, repeats);
  }

  /** Its own options; those of every command stand at the first level. */
  private static List<Option> options(CommandSpec spec) {
    List<Option> options = new ArrayList<>();
    for (OptionSpec option : spec.options()) {
      if (!option.hidden() && (spec.parent() == null || !option.inherited())) {
        Place place = option.arity().max() > 0 ? Place.of(option) : null;
        if (option.longestName().equals("--site")) {
          place = new Place("site", List.of());
        }
        for (String name : option.names()) {
          options.add(new Option(name, place, String.join(" ", option.description())));
        }
      }
    }
    return options;
  }
}
