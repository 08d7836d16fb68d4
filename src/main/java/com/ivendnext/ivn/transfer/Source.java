package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.qr.QrPicture;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A file to read, of any format: bounded, and with what opens it. */
public final class Source {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int PICTURE_BYTES = 16 << 20;

  private final BufferedInputStream stream;
  private final Secrets secrets;
  private final Head head;

  private Source(InputStream in, Secrets secrets) throws IOException {
    this.stream = new BufferedInputStream(in, Head.BYTES);
    this.secrets = secrets;
    stream.mark(Head.BYTES);
    head = new Head(stream.readNBytes(Head.BYTES));
    stream.reset();
  }

  /**
   * The file behind {@code in}, which stays open. A PNG picture stands for the text of the QR codes
   * in it, one a line.
   *
   * @throws Failure data, if it cannot be read, or is a picture without QR codes
   */
  public static Source of(InputStream in, Secrets secrets) {
    try {
      Source source = new Source(in, secrets);
      return source.head.startsWith(PNG) ? source.pictured() : source;
    } catch (IOException e) {
      throw Failure.data("cannot read the file: " + e.getMessage()).cause(e);
    }
  }

  private Source pictured() throws IOException {
    String text = String.join("\n", QrPicture.texts(whole(PICTURE_BYTES)));
    return new Source(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), secrets);
  }

  /**
   * Reads all of it.
   *
   * @throws Failure data: it cannot be read, is not UTF-8 where it should be; as {@link
   *     Format#read}
   */
  public void read(Format format, Intake intake) {
    try {
      format.read(this, intake);
    } catch (CharacterCodingException notText) {
      throw Failure.data("the file is not UTF-8 text").hint("iconv converts it");
    } catch (IOException e) {
      throw Failure.data("cannot read the file: " + e.getMessage()).cause(e);
    }
  }

  /** How it begins. */
  public Head head() {
    return head;
  }

  /** What opens it. */
  public Secrets secrets() {
    return secrets;
  }

  /** Its lines, for formats that are read line by line. */
  public Lines lines() {
    return new Lines(stream());
  }

  /** Its characters, strictly UTF-8, without a byte order mark. */
  public Reader text() throws IOException {
    if (head.startsWith(MARK)) {
      stream.skipNBytes(MARK.length);
    }
    return new InputStreamReader(stream(), StandardCharsets.UTF_8.newDecoder());
  }

  /** Its bytes, for formats that are read as they come: fails beyond what is believed. */
  public InputStream stream() {
    return new Bounded(stream, Limits.STREAMED_BYTES);
  }

  /**
   * All of it, for formats that cannot be read piece by piece.
   *
   * @throws Failure data, if it is larger than {@link Limits#WHOLE_BYTES}
   */
  public byte[] whole() throws IOException {
    return whole(Limits.WHOLE_BYTES);
  }

  private byte[] whole(int limit) throws IOException {
    return new Bounded(stream, limit).readAllBytes();
  }

  /** Fails instead of reading on beyond a limit. */
  private static final class Bounded extends FilterInputStream {
    private final long limit;
    private long left;

    Bounded(InputStream in, long limit) {
      super(in);
      this.limit = limit;
      this.left = limit;
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int bytes) {
      left -= bytes;
      if (left < 0) {
        throw Failure.data("the file is larger than " + (limit >> 20) + " MiB")
            .hint("a file of that format is smaller; is it the right one?");
      }
    }

    /** The file belongs to whoever opened it. */
    @Override
    public void close() {
      // stays open
    }
  }
}
