package com.ivendnext.ivn.terminal;

import java.util.Locale;

/** The {@code --color} option. */
public enum ColorChoice {
  AUTO,
  ALWAYS,
  NEVER;

  /**
   * Whether to colour standard output. The option beats the environment; AUTO colours a tty, unless
   * NO_COLOR holds anything (no-color.org) or TERM is dumb.
   */
  public boolean enabled(Terminal terminal) {
    return this == ALWAYS || (this == AUTO && invited(terminal));
  }

  /** The spelling on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static boolean invited(Terminal terminal) {
    String noColor = terminal.env("NO_COLOR");
    boolean declined = noColor != null && !noColor.isEmpty();
    return terminal.outIsTty() && !declined && !"dumb".equals(terminal.env("TERM"));
  }
}
