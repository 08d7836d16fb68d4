package com.ivendnext.ivn.terminal;

import com.ivendnext.ivn.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Standard input, by lines or as a whole. Takes no byte beyond what it returns. */
final class Input {
  private static final int LINE_LIMIT = 64 * 1024;

  private final InputStream source;

  Input(InputStream source) {
    this.source = source;
  }

  /** One line without LF or CR LF, or null at the end of input. */
  String line() {
    try {
      return readLine();
    } catch (CharacterCodingException e) {
      throw Failure.usage("a line of standard input is not UTF-8");
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private String readLine() throws IOException {
    int next = source.read();
    if (next < 0) {
      return null;
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (next >= 0 && next != '\n') {
      if (line.size() == LINE_LIMIT) {
        throw Failure.usage("a line of standard input is longer than 64 KiB");
      }
      line.write(next);
      next = source.read();
    }
    return decode(line.toByteArray());
  }

  private static String decode(byte[] line) throws CharacterCodingException {
    boolean endsInReturn = line.length > 0 && line[line.length - 1] == '\r';
    int length = endsInReturn ? line.length - 1 : line.length;
    ByteBuffer bytes = ByteBuffer.wrap(line, 0, length);
    return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
  }

  /** All that is left, at most limit bytes. */
  byte[] rest(int limit) {
    try {
      byte[] bytes = source.readNBytes(limit);
      if (bytes.length == limit && source.read() >= 0) {
        throw Failure.usage("standard input is longer than " + limit + " bytes");
      }
      return bytes;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static Failure unreadable(IOException e) {
    return Failure.data("cannot read standard input").cause(e);
  }
}
