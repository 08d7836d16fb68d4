package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/**
 * Reads a password from exactly one place: a file, standard input, or the person at the keyboard.
 */
public final class PasswordSource {
  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "Read the password from FILE (- for standard input), do not ask.")
  Path file;

  public boolean given() {
    return file != null;
  }

  /**
   * The password.
   *
   * @param twice whether it is asked for a second time, so that a slip is noticed
   * @throws Failure usage: nobody can be asked and no file is named, or the two differ
   */
  public char[] read(Invocation invocation, boolean twice) {
    if (file != null) {
      return SecretSource.readAll(invocation, file).toCharArray();
    }
    if (!invocation.interactive()) {
      throw Failure.usage("there is nobody to ask for the password")
          .hint("--password-file FILE reads it, or - from standard input");
    }
    return SecretSource.typed(invocation, "Password", twice);
  }
}
