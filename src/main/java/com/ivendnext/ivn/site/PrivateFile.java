package com.ivendnext.ivn.site;

import com.ivendnext.ivn.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner may read: exported secrets, QR codes, keys. */
public final class PrivateFile {

  private PrivateFile() {}

  /**
   * Makes an empty file of mode 0600 that belongs to the owner of its directory, unless it exists:
   * before a library opens it that would choose another mode.
   *
   * @throws Failure of kind data where it cannot be made, or where something else has its place
   */
  public static void makeIfMissing(Path file) {
    try {
      if (!Files.exists(file)) {
        AtomicFile.create(file, new byte[0]);
        Ownership.inherit(file);
      }
    } catch (FileAlreadyExistsException e) {
      // somebody was quicker
    } catch (IOException e) {
      throw FileFailure.cannot("make", file, e);
    }
    if (!Files.isRegularFile(file)) {
      throw Failure.data(file + " is not a regular file").hint("move it away and try again");
    }
  }

  /**
   * Writes a new file of mode 0600.
   *
   * @param overwrite whether a file of that name is replaced, in one step; a link, device or
   *     directory never is
   * @throws Failure of kind refused where it exists already, and of kind data where it cannot be
   *     written; then nothing is left behind
   */
  public static void write(Path file, byte[] content, boolean overwrite) {
    requireWritable(file, overwrite);
    Path target = file.toAbsolutePath();
    try {
      if (overwrite) {
        AtomicFile.replace(target, content, null);
      } else {
        AtomicFile.create(target, content);
        AtomicFile.syncDirectory(target.getParent());
      }
    } catch (FileAlreadyExistsException e) {
      throw taken(file);
    } catch (IOException e) {
      throw FileFailure.cannot("write", file, e);
    }
  }

  /**
   * Makes sure that {@link #write} will do, as far as that can be seen: before anything is done
   * that is of no use without the file.
   *
   * @throws Failure as that
   */
  public static void requireWritable(Path file, boolean overwrite) {
    Path target = file.toAbsolutePath();
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
      throw Failure.refused(file + " is not a regular file").hint("name another file");
    }
    Path directory = target.getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw Failure.data("cannot write " + file + ": there is no directory " + directory);
    }
    if (!overwrite && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw taken(file);
    }
  }

  /** What a file is to hold. */
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a new file of mode 0600, however long; it is there once it is whole.
   *
   * @param content may throw a Failure; then nothing is left behind
   * @throws Failure as {@link #write(Path, byte[], boolean)}
   */
  public static void write(Path file, Content content) {
    requireNew(file);
    Path target = file.toAbsolutePath();
    try {
      AtomicFile.create(target, content);
      AtomicFile.syncDirectory(target.getParent());
    } catch (FileAlreadyExistsException e) {
      throw taken(file).hint("name another file");
    } catch (IOException e) {
      throw FileFailure.cannot("write", file, e);
    }
  }

  /**
   * Makes a directory that only its owner may enter, unless it is there.
   *
   * @throws Failure of kind data where it cannot be made
   */
  public static void makeDirectory(Path directory) {
    try {
      if (!Files.isDirectory(directory)) {
        Ownership.makeDirectory(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException e) {
      throw FileFailure.cannot("make", directory, e);
    }
  }

  /** Removes a file that was made for nothing, if that can be done. */
  public static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // why it is of no use is what the user is told
    }
  }

  private static void requireNew(Path file) {
    try {
      requireWritable(file, false);
    } catch (Failure refused) {
      throw refused.kind() == Failure.Kind.REFUSED ? refused.hint("name another file") : refused;
    }
  }

  private static Failure taken(Path file) {
    return Failure.refused(file + " exists already").hint("use --force to replace it");
  }
}
