package com.ivendnext.ivn.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Help: examples first, then what a command takes, then the exit statuses. */
final class HelpText {
  private static final String[] START = {
    "ivn quickstart", "ivn new-site mysite", "ivn --site mysite status"
  };

  private final CommandTree tree;
  private final TextWriter out;

  HelpText(CommandTree tree, TextWriter out) {
    this.tree = tree;
    this.out = out;
  }

  /** The first level, or a group. */
  void overview(CommandEntry group) {
    out.line(
        Style.BOLD,
        group == null
            ? "ivn - two-factor authentication for iVendNext sites"
            : "ivn " + group.path() + " - " + group.summary());
    if (group == null) {
      examples(START);
      out.blank().line("Usage: ivn [OPTIONS] COMMAND …");
    } else {
      out.blank().line("Usage: ivn [OPTIONS] " + group.path() + " COMMAND …");
    }
    heading("Commands");
    List<List<String>> rows = new ArrayList<>();
    for (CommandEntry entry : tree.children(group)) {
      rows.add(List.of(entry.word() + (entry.group() ? " …" : ""), entry.summary()));
    }
    rows(rows);
    if (group == null) {
      heading("Options, before or behind any command");
      rows(globalOptions());
    }
    footer(group);
  }

  void command(CommandEntry entry, CommandSpec spec) {
    out.line(Style.BOLD, "ivn " + entry.path() + " - " + entry.summary());
    Examples examples = spec.userObject().getClass().getAnnotation(Examples.class);
    examples(examples.value());
    out.blank().line("Usage: ivn [OPTIONS] " + entry.path() + usage(spec));
    List<List<String>> parameters = new ArrayList<>();
    for (PositionalParamSpec parameter : shown(spec)) {
      parameters.add(List.of(parameter.paramLabel(), description(parameter)));
    }
    if (!parameters.isEmpty()) {
      out.blank();
      rows(parameters);
    }
    options(spec);
    out.blank().line("ivn --help shows the options that every command takes.");
    footer(entry);
  }

  private static List<PositionalParamSpec> shown(CommandSpec spec) {
    return spec.positionalParameters().stream().filter(parameter -> !parameter.hidden()).toList();
  }

  private static String usage(CommandSpec spec) {
    StringBuilder usage = new StringBuilder();
    for (PositionalParamSpec parameter : shown(spec)) {
      boolean many = parameter.arity().isVariable();
      String label = parameter.paramLabel() + (many ? "…" : "");
      usage.append(' ').append(parameter.required() ? label : "[" + label + "]");
    }
    return usage.toString();
  }

  private void examples(String[] examples) {
    heading("Examples");
    for (String example : examples) {
      out.line("  " + example);
    }
  }

  private static List<List<String>> globalOptions() {
    List<List<String>> rows = new ArrayList<>();
    for (String line : Spelling.split(new PlainArguments().help("GlobalOptions"), '\n')) {
      rows.add(Spelling.split(line, '\t'));
    }
    return rows;
  }

  private void options(CommandSpec spec) {
    List<List<String>> rows = new ArrayList<>();
    for (OptionSpec option : spec.options()) {
      boolean own = !option.inherited() || spec.parent() == null;
      if (own && !option.hidden()) {
        String value = option.arity().max() > 0 ? " " + option.paramLabel() : "";
        rows.add(List.of(String.join(", ", option.names()) + value, description(option)));
      }
    }
    if (!rows.isEmpty()) {
      heading("Options");
      rows(rows);
    }
  }

  private static String description(ArgSpec argument) {
    return String.join(" ", argument.description());
  }

  private void heading(String heading) {
    out.blank().line(Style.BOLD, heading + ":");
  }

  private void rows(List<List<String>> rows) {
    int width = 0;
    for (List<String> row : rows) {
      width = Math.max(width, row.get(0).length());
    }
    for (List<String> row : rows) {
      out.line("  " + row.get(0) + " ".repeat(width - row.get(0).length() + 2) + row.get(1));
    }
  }

  /** All statuses in the first level, their words below. */
  private void footer(CommandEntry entry) {
    heading("Exit status");
    if (entry == null) {
      List<List<String>> rows = new ArrayList<>();
      for (ExitStatus status : ExitStatus.values()) {
        rows.add(List.of(status.status() + " " + status.code(), status.meaning()));
      }
      rows(rows);
      return;
    }
    StringBuilder line = new StringBuilder(" ");
    for (ExitStatus status : ExitStatus.values()) {
      line.append(' ').append(status.status()).append(' ').append(status.code());
      if (status == ExitStatus.REFUSED || status == ExitStatus.INTERRUPTED) {
        out.line(line.toString());
        line = new StringBuilder(" ");
      } else {
        line.append(',');
      }
    }
  }
}
