package com.ivendnext.ivn.keys;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.site.PrivateFile;
import com.ivendnext.ivn.twofactor.Vault.Replaced;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * What can undo a change of the key: the ciphertexts before and after it, and no key. A line of
 * text with both fingerprints, then one line for each value: table, row, user, before, after, with
 * tabs between them, and a line that says end.
 */
final class RollbackFile {
  private static final String HEADER = "ivn key rollback 1";
  private static final String END = "end";
  private static final int FIELDS = 5;

  private final Path file;
  private final String before;
  private final String after;

  /** Writes one, which is on the disk once it is closed. */
  static final class Writer implements AutoCloseable, Consumer<Replaced> {
    private final Path file;
    private final FileChannel channel;
    private final BufferedWriter out;

    /**
     * @throws Failure refused: the file exists; data: it cannot be written
     */
    Writer(Path file, String before, String after) {
      this.file = file;
      PrivateFile.write(file, new byte[0], false);
      try {
        channel = FileChannel.open(file, StandardOpenOption.WRITE);
        out = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw cannotWrite(file, e);
      }
      line(HEADER, before, after);
    }

    @Override
    public void accept(Replaced value) {
      line(value.table(), value.row(), value.user(), value.before(), value.after());
    }

    private void line(String... fields) {
      try {
        out.write(String.join("\t", fields) + "\n");
      } catch (IOException e) {
        throw cannotWrite(file, e);
      }
    }

    @Override
    public void close() {
      line(END);
      try (channel) {
        out.flush();
        channel.force(true);
      } catch (IOException e) {
        throw cannotWrite(file, e);
      }
    }
  }

  private static Failure cannotWrite(Path file, IOException e) {
    return Failure.data("cannot write " + file + ": " + e.getMessage()).cause(e);
  }

  /**
   * @throws Failure usage: there is no such file; data: it is no rollback file or cannot be read
   */
  RollbackFile(Path file) {
    this.file = file;
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String[] fields = fields(in.readLine());
      if (fields.length != 3 || !fields[0].equals(HEADER)) {
        throw foreign(file);
      }
      before = fields[1];
      after = fields[2];
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static String[] fields(String line) {
    return line == null ? new String[0] : line.split("\t", -1);
  }

  /** The fingerprint of the key before. */
  String before() {
    return before;
  }

  /** The fingerprint of the key after. */
  String after() {
    return after;
  }

  /** Hands every value on, in the order in which they were replaced. */
  void each(Consumer<Replaced> reader) {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      in.readLine();
      String line = in.readLine();
      for (; line != null && !line.equals(END); line = in.readLine()) {
        String[] f = fields(line);
        if (f.length != FIELDS) {
          throw foreign(file);
        }
        reader.accept(new Replaced(f[0], f[1], f[2], f[3], f[4]));
      }
      if (line == null) {
        throw foreign(file);
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static Failure foreign(Path file) {
    return Failure.data(file + " is not a rollback file of ivn key rotate, or was cut off");
  }

  private static Failure unreadable(Path file, IOException e) {
    return Files.exists(file)
        ? Failure.data("cannot read " + file + " as a rollback file").cause(e)
        : Failure.usage("there is no file " + file);
  }
}
