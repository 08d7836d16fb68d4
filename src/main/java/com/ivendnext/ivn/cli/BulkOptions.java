package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The options that enroll many users at once. */
public final class BulkOptions {
  @Option(names = "--role", paramLabel = "ROLE", description = "Enroll everybody with this role.")
  private String role;

  @Option(names = "--missing", description = "Enroll everybody who needs it and lacks it.")
  private boolean missing;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "Enroll whom the first column of this CSV names (- for stdin).")
  private Path from;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "For many: where QR codes and index.csv go; the next run continues there.")
  private Path out;

  @Option(names = "--as", paramLabel = "FORMAT", description = "png (default) or svg, in DIR.")
  private Picture as = Picture.PNG;

  @Option(
      names = "--sheet",
      paramLabel = "FILE",
      description = "For many: write an HTML page of cards to print, or to save as PDF.")
  private Path sheet;

  /** How a QR code is drawn into a file. */
  enum Picture {
    PNG,
    SVG;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Whether many are meant.
   *
   * @param user the one user, or null
   * @throws Failure (usage) when one and many are meant, nobody, or options that need others
   */
  public boolean many(String user) {
    boolean many = role != null || missing || from != null;
    if (many == (user != null)) {
      throw Failure.usage(many ? "name a user, or many: not both" : "missing USER")
          .hint("ivn user enroll USER, or --role ROLE, --missing or --from FILE for many");
    }
    if (!many && (out != null || sheet != null)) {
      throw Failure.usage("--out and --sheet are for many users")
          .hint("--qr-png FILE and --qr-svg FILE draw one QR code into a file");
    }
    if (from != null && (role != null || missing)) {
      throw Failure.usage("--from names the users: leave out --role and --missing");
    }
    if (many && (out == null) == (sheet == null)) {
      throw Failure.usage("tell where many QR codes are to go: --out DIR or --sheet FILE")
          .hint("with --email, --out DIR holds the list of what was mailed");
    }
    return many;
  }

  String role() {
    return role;
  }

  boolean missing() {
    return missing;
  }

  /** Null where the users are not named by a file. */
  Path from() {
    return from;
  }

  /** Null where a sheet is wanted. */
  Path out() {
    return out;
  }

  Path sheet() {
    return sheet;
  }

  Picture picture() {
    return as;
  }
}
