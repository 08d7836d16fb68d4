package com.ivendnext.ivn.site;

import com.ivendnext.ivn.Failure;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Consumer;

/** As {@link PrivateFile}, for content that is larger than memory. */
public final class PrivateStream {
  private PrivateStream() {}

  /**
   * Writes a file of mode 0600 that is there whole or not at all.
   *
   * @param content writes it to what it is given; may throw UncheckedIOException
   * @param overwrite as for {@link PrivateFile#write}
   * @throws Failure as that
   */
  public static void write(Path file, Consumer<OutputStream> content, boolean overwrite) {
    PrivateFile.requireWritable(file, overwrite);
    Path target = file.toAbsolutePath();
    String unique = "." + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".tmp";
    Path temporary = target.resolveSibling("." + target.getFileName() + unique);
    try {
      fill(temporary, content);
      if (overwrite) {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      } else {
        Files.move(temporary, target); // refuses what came meanwhile
      }
      AtomicFile.syncDirectory(target.getParent());
    } catch (UncheckedIOException e) {
      throw FileFailure.cannot("write", file, e.getCause());
    } catch (IOException e) {
      throw FileFailure.cannot("write", file, e);
    } finally {
      remove(temporary);
    }
  }

  private static void fill(Path temporary, Consumer<OutputStream> content) throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel =
            FileChannel.open(
                temporary,
                options,
                PosixFilePermissions.asFileAttribute(
                    PosixFilePermissions.fromString("rw-------")));
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
      content.accept(out);
      out.flush();
      channel.force(true);
    }
  }

  private static void remove(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      // it is gone already, or the failure that led here is the one to tell
    }
  }
}
