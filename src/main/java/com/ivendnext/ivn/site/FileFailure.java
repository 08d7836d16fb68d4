package com.ivendnext.ivn.site;

import com.ivendnext.ivn.Failure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** What the operating system refused, in one sentence that names the file a person knows. */
final class FileFailure {

  private FileFailure() {}

  /**
   * A failure of kind data: {@code cannot write FILE: no space left on device}.
   *
   * @param verb what could not be done, such as {@code write}
   * @param e the cause, whose own file name (often a temporary one) is not told
   */
  static Failure cannot(String verb, Path file, IOException e) {
    Failure failure = Failure.data("cannot " + verb + " " + file + ": " + reason(e)).cause(e);
    return e instanceof AccessDeniedException
        ? failure.hint("check who owns it and the directory it is in")
        : failure;
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file or directory";
    }
    if (e instanceof AccessDeniedException denied && denied.getReason() == null) {
      return "permission denied";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "something of another kind is in its place";
    }
    if (e instanceof AtomicMoveNotSupportedException) {
      return "it is on another file system";
    }
    return told(e instanceof FileSystemException trouble ? trouble.getReason() : e.getMessage(), e);
  }

  private static String told(String message, IOException e) {
    if (message == null || message.isEmpty()) {
      return e.getClass().getSimpleName();
    }
    return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }
}
