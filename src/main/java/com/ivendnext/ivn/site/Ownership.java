package com.ivendnext.ivn.site;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/**
 * Who owns what is written. Administrators run ivn as root in a bench that belongs to another user,
 * whose processes must be able to open every file afterwards.
 */
final class Ownership {

  private Ownership() {}

  /**
   * Gives a file the owner, group and permission bits of the one it is to replace.
   *
   * @throws IOException where the user may not do so; the file is then not to be used
   */
  static void keep(Path file, PosixFileAttributes old) throws IOException {
    try {
      transfer(file, old);
    } catch (IOException e) {
      throw new AccessDeniedException(file.toString(), null, "its owner or group cannot be kept");
    }
    view(file).setPermissions(old.permissions());
  }

  /** Makes a directory, in one that exists, unless it is there. */
  static void makeDirectory(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    try {
      inherit(Files.createDirectory(directory));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(directory)) {
        throw e;
      }
    }
  }

  /** Makes an empty file unless it is there. */
  static void makeFile(Path file) throws IOException {
    if (!Files.exists(file)) {
      try {
        inherit(Files.createFile(file));
      } catch (FileAlreadyExistsException e) {
        // somebody was quicker
      }
    }
  }

  /** Gives a new file or directory the owner and group of the directory it is in, if allowed. */
  static void inherit(Path made) {
    try {
      transfer(made, view(made.getParent()).readAttributes());
    } catch (IOException e) {
      // only root can, and only root needs to
    }
  }

  private static void transfer(Path file, PosixFileAttributes from) throws IOException {
    PosixFileAttributeView view = view(file);
    PosixFileAttributes now = view.readAttributes();
    if (!now.owner().equals(from.owner())) {
      view.setOwner(from.owner());
    }
    if (!now.group().equals(from.group())) {
      view.setGroup(from.group());
    }
  }

  /** Never through a link: in a directory of somebody else it could lead root anywhere. */
  private static PosixFileAttributeView view(Path file) {
    return Files.getFileAttributeView(
        file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }
}
