package com.ivendnext.ivn.site;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that are there whole or not at all, also after a power cut. */
final class AtomicFile {

  private AtomicFile() {}

  /**
   * Puts a file with this content in the place of the target, by rename; on failure nothing has
   * changed and nothing is left behind.
   *
   * @param target no symbolic link, for that would be replaced itself
   * @param old whose owner, group and mode to keep; null for a new file of mode 0600, which belongs
   *     to the owner of the directory
   */
  static void replace(Path target, byte[] content, PosixFileAttributes old) throws IOException {
    replace(target, content, old, () -> {});
  }

  /** The same, with something that is done right before the rename; where it throws, none is. */
  static void replace(Path target, byte[] content, PosixFileAttributes old, Runnable before)
      throws IOException {
    Path temporary = beside(target);
    create(temporary, content);
    boolean done = false;
    try {
      if (old == null) {
        Ownership.inherit(temporary);
      } else {
        Ownership.keep(temporary, old);
      }
      before.run();
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      done = true;
    } finally {
      if (!done) {
        Files.deleteIfExists(temporary);
      }
    }
    syncDirectory(target.getParent());
  }

  /**
   * Makes a file of mode 0600 that was not there before, and brings it to the disk; on failure it
   * is removed again.
   *
   * @throws java.nio.file.FileAlreadyExistsException where anything is in its place, even a link
   */
  static void create(Path file, byte[] content) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    boolean done = false;
    try (channel) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
      done = true;
    } finally {
      if (!done) {
        Files.deleteIfExists(file);
      }
    }
  }

  /**
   * As {@link #create(Path, byte[])} for what is longer: under another name until it is whole.
   *
   * @throws java.nio.file.FileAlreadyExistsException where anything is in its place, even a link
   */
  static void create(Path target, PrivateFile.Content content) throws IOException {
    Path temporary = beside(target);
    create(temporary, new byte[0]);
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
        content.writeTo(out);
        out.flush();
        channel.force(true);
      }
      Ownership.inherit(temporary);
      Files.createLink(target, temporary); // a rename would replace what is there
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** A name in the same directory that nobody else has. */
  static Path beside(Path target) {
    String unique =
        ProcessHandle.current().pid()
            + "-"
            + Thread.currentThread().getId()
            + "-"
            + System.nanoTime();
    return target.resolveSibling("." + target.getFileName() + "." + unique + ".tmp");
  }

  /**
   * Removes what {@link #replace} leaves behind when it is killed; only for those who hold the lock
   * without which nobody replaces this file.
   */
  static void removeLeftovers(Path target) throws IOException {
    String prefix = "." + target.getFileName() + ".";
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(
            target.getParent(),
            entry -> {
              String name = entry.getFileName().toString();
              return name.startsWith(prefix) && name.endsWith(".tmp");
            })) {
      for (Path leftover : entries) {
        Files.deleteIfExists(leftover);
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  /** Makes a rename last. */
  static void syncDirectory(Path directory) {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // some network file systems cannot; the rename has been done and is seen by everybody
    }
  }
}
