package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a secret from a file or standard input: never from an argument or the environment. */
public final class SecretSource {
  /** More than any secret has; a larger file is the wrong one. */
  private static final int LIMIT_BYTES = 64 * 1024;

  private SecretSource() {}

  /**
   * The first line of {@code source}.
   *
   * @param source a file, or {@code -} for standard input
   * @throws Failure usage: empty or too long; not found; data: unreadable
   */
  public static String read(Invocation invocation, Path source) {
    byte[] bytes =
        source.toString().equals("-")
            ? invocation.context().terminal().readAll(LIMIT_BYTES)
            : readFile(invocation.resolve(source));
    String line = new String(bytes, StandardCharsets.UTF_8).lines().findFirst().orElse("").strip();
    if (line.isEmpty()) {
      throw Failure.usage("there is nothing to read in " + name(source));
    }
    return line;
  }

  /** {@code argument} itself, or for {@code -} the first line of standard input. */
  public static String argument(Invocation invocation, String argument) {
    return argument.equals("-") ? read(invocation, Path.of("-")) : argument;
  }

  private static byte[] readFile(Path file) {
    if (!Files.exists(file)) {
      throw Failure.notFound("there is no file " + file);
    }
    if (!Files.isRegularFile(file)) {
      throw Failure.usage(file + " is not a file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LIMIT_BYTES + 1);
      if (bytes.length > LIMIT_BYTES) {
        throw Failure.usage(file + " is too large to hold a secret");
      }
      return bytes;
    } catch (IOException e) {
      throw Failure.data("cannot read " + file + ": " + e.getMessage()).cause(e);
    }
  }

  private static String name(Path source) {
    return source.toString().equals("-") ? "standard input" : source.toString();
  }
}
