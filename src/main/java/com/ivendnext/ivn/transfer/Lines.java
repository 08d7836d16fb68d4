package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/** The lines of a file: strict UTF-8, ended by LF or CR LF, of bounded length. */
public final class Lines {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long number;

  Lines(InputStream in) {
    this.in = in;
  }

  /**
   * Takes an entry from each line that is neither empty nor a comment, which begins with {@code #}.
   *
   * @param reading reads one line, without white space around it
   */
  public void each(Intake intake, Function<Row, Entry> reading) throws IOException {
    for (byte[] bytes = next(); bytes != null; bytes = next()) {
      // a line that is not UTF-8 is a reject, and nothing else of it is known
      String text = decode(bytes);
      Row row = new Row(number, text);
      if (text == null) {
        intake.take(row, Lines::undecodable);
      } else if (!text.isEmpty() && !text.startsWith("#")) {
        intake.take(row, () -> reading.apply(row));
      }
    }
  }

  private static Entry undecodable() {
    throw Failure.data("the line is not UTF-8 text");
  }

  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().strip();
    } catch (CharacterCodingException notText) {
      return null;
    }
  }

  /** One line without its end, or null at the end of the file. */
  private byte[] next() throws IOException {
    int next = in.read();
    if (next < 0) {
      return null;
    }
    line.reset();
    for (; next >= 0 && next != '\n'; next = in.read()) {
      if (line.size() == Limits.TEXT) {
        throw Failure.data("line " + (number + 1) + " is longer than " + Limits.TEXT + " bytes");
      }
      line.write(next);
    }
    number++;
    return number == 1 ? withoutMark(line.toByteArray()) : line.toByteArray();
  }

  private static byte[] withoutMark(byte[] first) {
    boolean marked = first.length >= 3 && Arrays.equals(first, 0, 3, BYTE_ORDER_MARK, 0, 3);
    return marked ? Arrays.copyOfRange(first, 3, first.length) : first;
  }
}
