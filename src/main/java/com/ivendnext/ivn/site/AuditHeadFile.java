package com.ivendnext.ivn.site;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.AuditHead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The head of the audit chain in a file beside the store: {@code <count> <mac>} and a line feed, of
 * fixed width so that it is overwritten in place.
 */
public final class AuditHeadFile implements AuditHead {
  private static final int COUNT_DIGITS = 20;
  private static final int MAC_DIGITS = 64;
  private static final int WIDTH = COUNT_DIGITS + 1 + MAC_DIGITS + 1;

  private final Path file;

  public AuditHeadFile(Path file) {
    this.file = file;
  }

  Path path() {
    return file;
  }

  /**
   * @throws Failure (data) when the file cannot be written; what it would have told is in the store
   */
  @Override
  public void advance(Head head) {
    PrivateFile.makeIfMissing(file);
    synchronized (AuditHeadFile.class) { // a file lock excludes other programs, not other threads
      write(head);
    }
  }

  private void write(Head head) {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      Optional<Head> known = parse(read(channel));
      if (lock.isValid() && (known.isEmpty() || known.get().count() < head.count())) {
        channel.write(ByteBuffer.wrap(format(head)), 0);
      }
    } catch (IOException e) {
      throw Failure.data("cannot write " + file + ": " + e.getMessage()).cause(e);
    }
  }

  @Override
  public Optional<Head> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return parse(read(channel));
    } catch (IOException e) {
      throw Failure.data("cannot read " + file + ": " + e.getMessage()).cause(e);
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(WIDTH);
    channel.read(buffer, 0);
    return new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
  }

  private static Optional<Head> parse(String line) {
    return isWhole(line)
        ? Optional.of(
            new Head(
                Long.parseLong(line.substring(0, COUNT_DIGITS)),
                line.substring(COUNT_DIGITS + 1, WIDTH - 1)))
        : Optional.empty();
  }

  private static boolean isWhole(String line) {
    boolean whole =
        line.length() == WIDTH && line.charAt(COUNT_DIGITS) == ' ' && line.endsWith("\n");
    for (int i = 0; whole && i < WIDTH - 1; i++) {
      char c = line.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      whole = digit || (i == COUNT_DIGITS ? c == ' ' : i > COUNT_DIGITS && c >= 'a' && c <= 'f');
    }
    return whole;
  }

  private static byte[] format(Head head) {
    String count = Long.toString(head.count());
    String line = "0".repeat(COUNT_DIGITS - count.length()) + count + " " + head.mac() + "\n";
    return line.getBytes(StandardCharsets.US_ASCII);
  }
}
