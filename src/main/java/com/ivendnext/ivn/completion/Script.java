package com.ivendnext.ivn.completion;

import com.ivendnext.ivn.cli.CommandEntry;
import com.ivendnext.ivn.cli.CommandTree;
import com.ivendnext.ivn.settings.Setting;
import com.ivendnext.ivn.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The completion script of a shell: its program, with the tables of commands and settings. */
public final class Script {
  private final Shell shell;
  private final List<Words.Node> nodes;

  private Script(Shell shell, List<Words.Node> nodes) {
    this.shell = shell;
    this.nodes = nodes;
  }

  /** The text of the script that completes the commands of {@code tree} in {@code shell}. */
  public static String of(Shell shell, CommandTree tree) {
    return new Script(shell, new Words(tree).nodes()).text();
  }

  private String text() {
    return program()
        .replace("#@ commands\n", commands())
        .replace("#@ options\n", options())
        .replace("#@ places\n", places())
        .replace("#@ settings\n", settings())
        .replace("#@ values\n", values());
  }

  private String program() {
    try (InputStream in = Script.class.getResourceAsStream(shell.file())) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException damagedJar) {
      throw new UncheckedIOException(damagedJar);
    }
  }

  private String commands() {
    StringBuilder table = new StringBuilder();
    for (Words.Node node : nodes) {
      List<String> lines = new ArrayList<>();
      for (CommandEntry entry : node.commands()) {
        lines.add(entry.word() + "\t" + entry.summary());
      }
      row(table, node.path(), lines);
    }
    return table.toString();
  }

  private String options() {
    StringBuilder table = new StringBuilder();
    for (Words.Node node : nodes) {
      List<String> lines = new ArrayList<>();
      node.options().forEach(option -> lines.add(option.name() + "\t" + option.description()));
      row(table, node.path(), lines);
    }
    return table.toString();
  }

  /**
   * Keys are {@code <path> <option>}, {@code <path> <place>}, and {@code <path> +} for the rest.
   */
  private String places() {
    StringBuilder table = new StringBuilder();
    for (Words.Node node : nodes) {
      for (Words.Option option : node.options()) {
        if (option.place() != null) {
          row(table, node.path() + " " + option.name(), List.of(option.place().word()));
        }
      }
      int number = 0;
      for (Place operand : node.operands()) {
        number++;
        boolean rest = node.repeats() && number == node.operands().size();
        row(table, node.path() + " " + (rest ? "+" : number), List.of(operand.word()));
      }
    }
    return table.toString();
  }

  private String settings() {
    List<String> lines = new ArrayList<>();
    for (Setting<?> setting : Settings.all()) {
      lines.add(setting.key() + "\t" + setting.meaning());
    }
    return shell.print(lines);
  }

  private String values() {
    StringBuilder table = new StringBuilder();
    for (Setting<?> setting : Settings.all()) {
      row(table, setting.key(), setting.type().choices());
    }
    return table.toString();
  }

  private void row(StringBuilder table, String key, List<String> lines) {
    if (!lines.isEmpty()) {
      table.append(shell.row(key, lines));
    }
  }
}
