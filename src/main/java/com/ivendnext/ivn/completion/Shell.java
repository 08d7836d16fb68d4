package com.ivendnext.ivn.completion;

import java.util.List;
import java.util.Locale;

/** The shells, with the name that each one's completion file has and how its tables are written. */
public enum Shell {
  BASH("ivn.bash", "'\\''"),
  ZSH("_ivn", "'\\''"),
  FISH("ivn.fish", "\\'");

  private final String file;
  private final String quote;

  Shell(String file, String quote) {
    this.file = file;
    this.quote = quote;
  }

  public String file() {
    return file;
  }

  /** A command that prints the lines. */
  String print(List<String> lines) {
    StringBuilder command = new StringBuilder("  printf '%s\\n'");
    for (String line : lines) {
      command.append(" \\\n    ").append(quoted(line));
    }
    return command.append("\n").toString();
  }

  /** A branch of a case statement. */
  String row(String key, List<String> lines) {
    return this == FISH
        ? "    case " + quoted(key) + "\n    " + print(lines).indent(2).stripLeading()
        : "    " + quoted(key) + ")\n    " + print(lines).indent(2).stripLeading() + "      ;;\n";
  }

  private String quoted(String text) {
    return "'" + text.replace("'", quote) + "'";
  }

  /** As it is typed on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
