package com.ivendnext.ivn.cli;

import java.util.Locale;

/** How answers are printed. */
public enum OutputFormat {
  TEXT,
  JSON;

  /** The spelling on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
