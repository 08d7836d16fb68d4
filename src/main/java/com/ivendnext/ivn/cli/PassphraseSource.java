package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Reads the passphrase of a backup from a file, standard input, or the person at the keyboard. */
public final class PassphraseSource {
  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "Read the passphrase from FILE (- for standard input), do not ask.")
  private Path file;

  public boolean given() {
    return file != null;
  }

  /** The passphrase of a backup that is to be made. */
  public char[] choose(Invocation invocation) {
    return read(invocation, true);
  }

  /** The passphrase of a backup that is encrypted. */
  public char[] recall(Invocation invocation) {
    return read(invocation, false);
  }

  /**
   * @throws Failure usage: nobody can be asked and no file is named, or what was typed differs
   */
  private char[] read(Invocation invocation, boolean twice) {
    if (file != null) {
      return SecretSource.readAll(invocation, file).toCharArray();
    }
    if (!invocation.interactive()) {
      throw Failure.usage("there is nobody to ask for the passphrase")
          .hint("--passphrase-file FILE reads it, or - from standard input");
    }
    char[] passphrase = SecretSource.typed(invocation, "Passphrase", twice);
    if (passphrase.length == 0) {
      throw Failure.usage("a passphrase cannot be empty");
    }
    return passphrase;
  }
}
