package com.ivendnext.ivn.site;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file of mode 0600 that is written piece by piece and has its name only once it is whole: until
 * {@link #keep} it stands beside its place, and {@link #close} without that removes it.
 */
public final class PrivateDraft extends FilterOutputStream {
  private final Path file;
  private final Path temporary;
  private final FileChannel channel;
  private boolean kept;

  private PrivateDraft(Path file, Path temporary, FileChannel channel) {
    super(new BufferedOutputStream(Channels.newOutputStream(channel), 64 << 10));
    this.file = file;
    this.temporary = temporary;
    this.channel = channel;
  }

  /**
   * Begins such a file.
   *
   * @throws com.ivendnext.ivn.Failure as {@link PrivateFile#requireWritable}; data, where it cannot
   *     be made
   */
  public static PrivateDraft to(Path file, boolean overwrite) {
    PrivateFile.requireWritable(file, overwrite);
    Path temporary = AtomicFile.beside(file.toAbsolutePath());
    try {
      FileChannel channel =
          FileChannel.open(
              temporary,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      return new PrivateDraft(file, temporary, channel);
    } catch (IOException e) {
      throw FileFailure.cannot("write", file, e);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
  }

  /**
   * Gives the file its name, once it is on the disk.
   *
   * @throws com.ivendnext.ivn.Failure data, where that fails; then there is no file
   */
  public void keep() {
    try {
      flush();
      channel.force(true);
      Ownership.inherit(temporary);
      Files.move(temporary, file.toAbsolutePath(), StandardCopyOption.ATOMIC_MOVE);
      kept = true;
      AtomicFile.syncDirectory(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw FileFailure.cannot("write", file, e);
    }
  }

  /** Removes what was not kept. */
  @Override
  public void close() {
    try {
      channel.close();
      if (!kept) {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw FileFailure.cannot("write", file, e);
    }
  }
}
