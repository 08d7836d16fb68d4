package com.ivendnext.ivn.provision;

import com.ivendnext.ivn.Failure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A directory for what is issued to users, with {@code index.csv}, which tells what was: the next
 * run reads it and goes on behind. A row is written after what it speaks of. The directory has mode
 * 0700, its files 0600.
 */
public final class IssueDirectory implements AutoCloseable {
  static final String INDEX = "index.csv";
  private static final String HEADING = "user,label,file,state,authenticator\n";

  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path directory;
  private final FileChannel index;
  private final Set<String> issued = new HashSet<>();

  private IssueDirectory(Path directory, FileChannel index) {
    this.directory = directory;
    this.index = index;
  }

  /**
   * Opens a directory, and makes it where it is missing.
   *
   * @throws Failure (data) when it cannot be written, or another run writes to it
   */
  public static IssueDirectory open(Path directory) {
    try {
      if (!Files.isDirectory(directory)) {
        Files.createDirectory(
            directory,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      Set<OpenOption> options =
          Set.of(
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              LinkOption.NOFOLLOW_LINKS);
      FileChannel index = FileChannel.open(directory.resolve(INDEX), options, PRIVATE);
      IssueDirectory opened = new IssueDirectory(directory, index);
      opened.readIndex();
      return opened;
    } catch (IOException e) {
      throw unwritable(directory, e);
    }
  }

  private void readIndex() throws IOException {
    if (index.tryLock() == null) {
      throw Failure.tryLater("another run writes to " + directory);
    }
    cutUnfinishedRow();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(directory.resolve(INDEX)))) {
      TextLines lines = new TextLines(in);
      for (String line = lines.next(); line != null; line = lines.next()) {
        issued.add(line.substring(line.lastIndexOf(',') + 1));
      }
    }
    index.position(index.size());
    if (index.size() == 0) {
      write(index, HEADING.getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** A run that was killed may have left part of a row, which says nothing. */
  private void cutUnfinishedRow() throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    long end = index.size();
    while (end > 0 && (index.read(last.clear(), end - 1) < 1 || last.get(0) != '\n')) {
      end--;
    }
    index.truncate(end);
  }

  /** Whether an earlier run, or this one, has issued the authenticator of that id. */
  public boolean has(String authenticator) {
    return issued.contains(authenticator);
  }

  /** Writes a file, over what a run that was stopped may have left. Threads may share this. */
  public void write(String name, byte[] content) {
    Set<OpenOption> options =
        Set.of(
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    try (FileChannel file = FileChannel.open(directory.resolve(name), options, PRIVATE)) {
      write(file, content);
      file.force(false);
    } catch (IOException e) {
      throw unwritable(directory.resolve(name), e);
    }
  }

  /**
   * Notes what was issued.
   *
   * @param rows each with the fields of the heading
   */
  public void note(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      text.append(CsvRow.of(row));
      issued.add(row.get(row.size() - 1));
    }
    try {
      write(index, text.toString().getBytes(StandardCharsets.UTF_8));
      index.force(false);
    } catch (IOException e) {
      throw unwritable(directory.resolve(INDEX), e);
    }
  }

  private static void write(FileChannel channel, byte[] content) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(content);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  private static Failure unwritable(Path path, IOException e) {
    return Failure.data("cannot write " + path + ": " + e.getMessage()).cause(e);
  }

  @Override
  public void close() {
    try {
      index.close();
    } catch (IOException e) {
      throw unwritable(directory.resolve(INDEX), e);
    }
  }
}
