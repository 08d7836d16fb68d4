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

  InputStream source() {
    return source;
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
      return readRest(limit);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Not by readNBytes, which in Java 17 seeks in a FileInputStream and so fails on a pipe. */
  private byte[] readRest(int limit) throws IOException {
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    for (int count = source.read(buffer); count >= 0; count = source.read(buffer)) {
      if (count > limit - rest.size()) {
        throw Failure.usage("standard input is longer than " + limit + " bytes");
      }
      rest.write(buffer, 0, count);
    }
    return rest.toByteArray();
  }

  private static Failure unreadable(IOException e) {
    return Failure.data("cannot read standard input").cause(e);
  }
}
