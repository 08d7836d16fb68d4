package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Reads a secret from a file or standard input: never from an argument or the environment. */
public final class SecretSource {
  /** More than any secret has; a larger file is the wrong one. */
  private static final int LIMIT_BYTES = 64 * 1024;

  private SecretSource() {}

  /**
   * The first line of {@code source}, without white space around it. A NUL ends it too: some
   * programs, such as older pam_exec, hand over a string as C keeps it.
   *
   * @param source a file, or {@code -} for standard input
   * @throws Failure usage: no such file, empty, too long or not text; data: unreadable
   */
  public static String read(Invocation invocation, Path source) {
    String text = text(invocation, source);
    int end = text.indexOf('\0');
    String string = end < 0 ? text : text.substring(0, end);
    return present(string.lines().findFirst().orElse("").strip(), source);
  }

  /** All of {@code source} but the line end behind it; otherwise as {@link #read}. */
  public static String readAll(Invocation invocation, Path source) {
    String text = text(invocation, source);
    int end = text.endsWith("\n") ? text.length() - 1 : text.length();
    return present(text.substring(0, text.startsWith("\r", end - 1) ? end - 1 : end), source);
  }

  /**
   * What is typed without being shown.
   *
   * @param what what is asked for, such as Password
   * @param twice whether it is asked for a second time, so that a slip is noticed
   * @throws Failure (usage) where the two differ
   */
  static char[] typed(Invocation invocation, String what, boolean twice) {
    char[] typed = ask(invocation, what + ": ");
    if (twice && !Arrays.equals(typed, ask(invocation, "The same again: "))) {
      String several = what.toLowerCase(Locale.ROOT) + "s";
      throw Failure.usage("the two " + several + " differ, nothing was changed");
    }
    return typed;
  }

  private static char[] ask(Invocation invocation, String prompt) {
    char[] typed = invocation.context().terminal().readSecret(prompt);
    return typed == null ? new char[0] : typed;
  }

  /** {@code argument} itself, or for {@code -} the first line of standard input. */
  public static String argument(Invocation invocation, String argument) {
    return argument.equals("-") ? read(invocation, Path.of("-")) : argument;
  }

  private static String present(String text, Path source) {
    if (text.isEmpty()) {
      throw Failure.usage("there is nothing to read in " + name(source));
    }
    return text;
  }

  private static String text(Invocation invocation, Path source) {
    byte[] bytes =
        source.toString().equals("-")
            ? invocation.context().terminal().readAll(LIMIT_BYTES)
            : readFile(invocation.resolve(source), source);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notText) {
      throw Failure.usage("what stands in " + name(source) + " is not UTF-8 text");
    }
  }

  /** Anything but a directory: a shell hands over the output of a program as a named pipe. */
  private static byte[] readFile(Path file, Path typed) {
    if (!Files.exists(file)) {
      throw Failure.usage("there is no file " + typed);
    }
    if (Files.isDirectory(file)) {
      throw Failure.usage(typed + " is a directory, not a file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return readUpToLimit(in, typed);
    } catch (IOException e) {
      throw Failure.data("cannot read " + typed + ": " + reason(e)).cause(e);
    }
  }

  private static byte[] readUpToLimit(InputStream in, Path typed) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      bytes.write(buffer, 0, count);
      if (bytes.size() > LIMIT_BYTES) {
        throw Failure.usage(typed + " is too large to hold a secret");
      }
    }
    return bytes.toByteArray();
  }

  private static String reason(IOException e) {
    return e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
  }

  private static String name(Path source) {
    return source.toString().equals("-") ? "standard input" : source.toString();
  }
}
