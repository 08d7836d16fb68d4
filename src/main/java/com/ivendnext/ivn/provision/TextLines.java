package com.ivendnext.ivn.provision;

import com.ivendnext.ivn.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Text in UTF-8, line by line as it arrives: what is written into a pipe is answered before more
 * comes. Takes no byte beyond the line that it returns.
 */
public final class TextLines {
  /** Longer than any command or row of a table. */
  static final int LINE_LIMIT = 64 * 1024;

  private final InputStream source;
  private int number;

  public TextLines(InputStream source) {
    this.source = source;
  }

  /** The number of the line that was read last, from 1. */
  public int number() {
    return number;
  }

  /**
   * The next line without its end (LF or CR LF), or null where there is none.
   *
   * @throws Failure usage: it is longer than 64 KiB or not UTF-8; the line after it can be read;
   *     data: reading failed
   */
  public String next() {
    try {
      return read();
    } catch (CharacterCodingException notText) {
      throw Failure.usage("the line is not UTF-8 text");
    } catch (IOException e) {
      throw Failure.data("cannot read line " + number + ": " + e.getMessage()).cause(e);
    }
  }

  private String read() throws IOException {
    int next = source.read();
    if (next < 0) {
      return null;
    }
    number++;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean tooLong = false;
    for (; next >= 0 && next != '\n'; next = source.read()) {
      tooLong |= line.size() == LINE_LIMIT;
      if (!tooLong) {
        line.write(next);
      }
    }
    if (tooLong) {
      throw Failure.usage("the line is longer than 64 KiB");
    }
    return decoded(line.toByteArray());
  }

  private String decoded(byte[] line) throws CharacterCodingException {
    int length = line.length > 0 && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
    String text =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line, 0, length)).toString();
    boolean mark = number == 1 && text.startsWith("\ufeff");
    return mark ? text.substring(1) : text;
  }
}
