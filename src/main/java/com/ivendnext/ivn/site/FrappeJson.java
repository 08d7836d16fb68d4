package com.ivendnext.ivn.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.ivendnext.ivn.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * The JSON of Frappe's config files: what Python's {@code json} reads, and to the byte what it
 * writes.
 *
 * <p>Values are {@code Map<String, Object>}, {@code List<Object>}, {@code String}, {@code Boolean},
 * {@code Long} or {@code BigInteger}, {@code Double} and null.
 */
public final class FrappeJson {

  /** The most bytes a config file may have: 4 MiB. */
  public static final int MAX_BYTES = 4 << 20;

  /** How deep lists and objects may be nested inside the value of one key. */
  static final int MAX_DEPTH = 64;

  /** How many decimal digits an integer may have, which is Python's own limit. */
  static final int MAX_DIGITS = 4300;

  private FrappeJson() {}

  /**
   * Reads an object. As in Python the last of duplicate keys wins, and NaN, Infinity and -Infinity
   * are numbers.
   *
   * @param nameForMessages the file to name when something is wrong; it is not opened
   * @throws Failure of kind data, with line and column, where it is not one JSON object in UTF-8 or
   *     too large, too deep or a number too long
   */
  public static Map<String, Object> parse(byte[] bytes, Path nameForMessages) {
    if (bytes.length > MAX_BYTES) {
      throw unreadable(nameForMessages, "it is larger than 4 MiB");
    }
    char[] text = decode(bytes, nameForMessages);
    int broken = findBrokenEscape(text);
    if (broken >= 0) {
      CharBuffer before = CharBuffer.wrap(text, 0, broken);
      throw malformedAtEnd(nameForMessages, "not valid JSON", before);
    }
    try {
      return new JsonReader(text).readDocument();
    } catch (JsonProcessingException e) {
      // neither Jackson's message nor the exception: both may quote a password from the file
      throw malformed(
          nameForMessages,
          e instanceof JsonReader.Unacceptable ? e.getOriginalMessage() : "not valid JSON",
          e.getLocation().getLineNr(),
          e.getLocation().getColumnNr());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Prints an object as {@code json.dumps(config, indent=1, sort_keys=True)} does: no newline at
   * the end, ASCII only.
   *
   * @throws Failure of kind data where it is nested too deep to be read again
   */
  public static String format(Map<String, Object> config) {
    return new JsonWriter(false).write(config);
  }

  /** One value on one line, as {@code json.dumps(value, sort_keys=True)} prints it. */
  public static String inline(Object value) {
    return new JsonWriter(true).writeInline(value);
  }

  private static char[] decode(byte[] bytes, Path name) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    boolean broken = decoder.decode(in, out, true).isError();
    out.flip();
    if (broken) {
      throw malformedAtEnd(name, "not valid UTF-8", out);
    }
    char[] text = new char[out.remaining()];
    out.get(text);
    return text;
  }

  /** Jackson looks at the low byte only, and so takes U+F638 for the hexadecimal digit 8. */
  private static int findBrokenEscape(char[] text) {
    int end = -1;
    for (int i = 0; i < text.length; i++) {
      if (i < end && text[i] > '\u007f') {
        return i;
      }
      if (i >= end && text[i] == '\\') {
        i++;
        end = i < text.length && text[i] == 'u' ? i + 5 : i;
      }
    }
    return -1;
  }

  private static Failure malformedAtEnd(Path name, String problem, CharBuffer before) {
    int line = 1;
    int column = 1;
    while (before.hasRemaining()) {
      boolean newline = before.get() == '\n';
      line += newline ? 1 : 0;
      column = newline ? 1 : column + 1;
    }
    return malformed(name, problem, line, column);
  }

  private static Failure malformed(Path name, String problem, int line, int column) {
    return unreadable(name, problem + " at line " + line + ", column " + column);
  }

  private static Failure unreadable(Path name, String problem) {
    return Failure.data("cannot read " + name + ": " + problem)
        .hint("the file was left as it is; mend it or restore it from a backup");
  }
}
