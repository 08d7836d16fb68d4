package com.ivendnext.ivn.site;

import com.ivendnext.ivn.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A {@code site_config.json} or {@code common_site_config.json}, which bench, Frappe and other ivn
 * processes may write at the same time.
 */
public final class ConfigFile {

  /** As many links may lead from one to the next as Linux follows. */
  private static final int MAX_LINKS = 40;

  private final Path file;
  private final Path lockFile;
  private final Duration patience;

  /**
   * A config and the lock that its writers hold; neither needs to exist.
   *
   * @param lockFile where Frappe locks that config
   */
  public ConfigFile(Path file, Path lockFile) {
    this(file, lockFile, ConfigLock.PATIENCE);
  }

  ConfigFile(Path file, Path lockFile, Duration patience) {
    this.file = file.toAbsolutePath();
    this.lockFile = lockFile.toAbsolutePath();
    this.patience = patience;
  }

  public Path path() {
    return file;
  }

  public boolean exists() {
    return Files.exists(file);
  }

  /**
   * All keys with their values; none where there is no such file. Where the file makes no sense it
   * is read again under the lock: Frappe, unlike ivn, truncates it and then writes.
   *
   * @throws Failure of kind data where it cannot be read, is malformed or is no regular file
   */
  public Map<String, Object> read() {
    try {
      return readNow();
    } catch (Failure perhapsHalfWritten) {
      return readLocked(perhapsHalfWritten);
    }
  }

  private Map<String, Object> readLocked(Failure first) {
    ConfigLock lock;
    try {
      lock = ConfigLock.take(lockFile, patience);
    } catch (Failure noLock) {
      throw first;
    }
    try {
      return readNow();
    } finally {
      lock.close();
    }
  }

  private Map<String, Object> readNow() {
    try {
      Path target = target();
      PosixFileAttributes attributes = attributes(target);
      return attributes == null ? new LinkedHashMap<>() : FrappeJson.parse(bytes(target), file);
    } catch (IOException e) {
      throw FileFailure.cannot("read", file, e);
    }
  }

  /**
   * Changes the config: under the lock it is read, changed and replaced in one step, with the mode
   * and owner it had (a new one: 0600). A link stays and its target is replaced. Where no byte
   * changes nothing is written.
   *
   * @param change gets all keys, which it may modify, and returns those to store
   * @throws Failure of kind tryLater where the lock cannot be had in 30 s, and of kind data where
   *     the config cannot be read or written; it is then as it was
   */
  public void update(UnaryOperator<Map<String, Object>> change) {
    update(change, () -> {});
  }

  /**
   * As {@link #update(UnaryOperator)}, with something that is done together with it.
   *
   * @param before what is done when nothing of the change is left to do but to rename the file that
   *     holds it; where it throws, the config stays as it was
   */
  public void update(UnaryOperator<Map<String, Object>> change, Runnable before) {
    loadClasses();
    ConfigLock lock = ConfigLock.take(lockFile, patience);
    try {
      updateLocked(change, before);
    } catch (IOException e) {
      throw FileFailure.cannot("write", file, e);
    } finally {
      lock.close();
    }
  }

  /** Loading them takes five times as long as the change itself: not while others wait. */
  private void loadClasses() {
    FrappeJson.format(FrappeJson.parse("{\"a\": \"b\"}".getBytes(StandardCharsets.US_ASCII), file));
  }

  private void updateLocked(UnaryOperator<Map<String, Object>> change, Runnable before)
      throws IOException {
    Path target = target();
    AtomicFile.removeLeftovers(target);
    PosixFileAttributes old = attributes(target);
    byte[] current = old == null ? null : bytes(target);
    Map<String, Object> config =
        current == null ? new LinkedHashMap<>() : FrappeJson.parse(current, file);
    byte[] after = FrappeJson.format(change.apply(config)).getBytes(StandardCharsets.US_ASCII);
    if (after.length > FrappeJson.MAX_BYTES) {
      throw new FileSystemException(file.toString(), null, "it would be larger than 4 MiB");
    }
    if (Arrays.equals(current, after)) {
      before.run();
    } else {
      AtomicFile.replace(target, after, old, before);
    }
  }

  /** The file behind the links, which itself may be missing. */
  private Path target() throws IOException {
    Path target = file;
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == MAX_LINKS) {
        throw new FileSystemException(file.toString(), null, "too many symbolic links");
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target;
  }

  /** Null where there is nothing; opening anything but a regular file could block or destroy. */
  private PosixFileAttributes attributes(Path target) throws IOException {
    PosixFileAttributes attributes;
    try {
      attributes =
          Files.readAttributes(target, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      return null;
    }
    if (!attributes.isRegularFile()) {
      throw new FileSystemException(file.toString(), null, "it is not a regular file");
    }
    return attributes;
  }

  private static byte[] bytes(Path target) throws IOException {
    try (InputStream in = Files.newInputStream(target, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(FrappeJson.MAX_BYTES + 1);
    }
  }
}
