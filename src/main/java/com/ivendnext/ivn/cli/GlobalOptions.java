package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.terminal.ColorChoice;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before or behind its name. */
@Command(name = "ivn", sortOptions = false)
public final class GlobalOptions {

  @Option(
      names = "--site",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "The site, or all. Default: $FRAPPE_SITE, then default_site.")
  String site;

  @Option(
      names = "--bench",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The bench. Default: $IVN_BENCH, then the nearest parent with sites/.")
  Path bench;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      scope = ScopeType.INHERIT,
      description = "text for people (default) or json for programs.")
  OutputFormat format = OutputFormat.TEXT;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      scope = ScopeType.INHERIT,
      description = "auto (default), always or never.")
  ColorChoice color = ColorChoice.AUTO;

  @Option(
      names = "--no-input",
      scope = ScopeType.INHERIT,
      description = "Never ask, even on a terminal.")
  boolean noInput;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Show what caused an error.")
  boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show the version.")
  boolean version;

  /** Where the command line stands, such as "line 3", to stand before messages; or null. */
  String place;

  /** Whether a JSON document takes one line. */
  boolean oneLine;

  /** What a command line in a file starts from: these options, with nobody to ask. */
  GlobalOptions forLine(String lineOfFile) {
    GlobalOptions inherited = new GlobalOptions();
    inherited.site = site;
    inherited.bench = bench;
    inherited.format = format;
    inherited.color = color;
    inherited.verbose = verbose;
    inherited.noInput = true;
    inherited.place = lineOfFile;
    inherited.oneLine = format == OutputFormat.JSON;
    return inherited;
  }

  /** For commands that have a spelling of their own for {@code --format}. */
  public void setFormat(OutputFormat chosen) {
    format = chosen;
  }
}
