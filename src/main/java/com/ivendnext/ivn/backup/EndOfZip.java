package com.ivendnext.ivn.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Looks at how a zip archive ends while it is read from its beginning: Java's reader of streams
 * stops before the end and would not notice that it is missing.
 */
final class EndOfZip extends FilterInputStream {
  /** The end record without a comment (APPNOTE.TXT 4.3.16). */
  private static final int RECORD = 22;

  private static final int SIGNATURE = 0x06054b50;

  private final byte[] last = new byte[RECORD];
  private long total;

  EndOfZip(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int n = in.read(bytes, offset, length);
    if (n > 0) {
      int kept = Math.min(n, RECORD);
      System.arraycopy(last, kept, last, 0, RECORD - kept);
      System.arraycopy(bytes, offset + n - kept, last, RECORD - kept, kept);
      total += n;
    }
    return n;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Reads what is left; whether the end record stands there and fits. */
  boolean isWhole() throws IOException {
    transferTo(OutputStream.nullOutputStream());
    ByteBuffer record = ByteBuffer.wrap(last).order(ByteOrder.LITTLE_ENDIAN);
    long size = Integer.toUnsignedLong(record.getInt(12));
    long start = Integer.toUnsignedLong(record.getInt(16));
    boolean large = start == 0xFFFFFFFFL; // then a zip64 record says more
    return record.getInt(0) == SIGNATURE && (large || start + size + RECORD == total);
  }
}
