package com.ivendnext.ivn.site;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.AuditHead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A site in the making, in a hidden directory beside the others: it is no site of the bench until
 * it is put in its place by a rename.
 */
public final class StagedSite implements AutoCloseable {
  private static final String SUFFIX = ".staged";

  private final Site site;
  private final String name;

  private StagedSite(Site site, String name) {
    this.site = site;
    this.name = name;
  }

  /**
   * Makes one, and removes those that processes have left which are gone.
   *
   * @param name that of the site it may become
   * @throws Failure data: it cannot be made; usage: there can be no such site
   */
  public static StagedSite make(Bench bench, String name) {
    if (!bench.hasSite(name)) {
      SiteName.check(name);
    }
    removeLeftovers(bench);
    String hidden = "." + name + "." + ProcessHandle.current().pid() + SUFFIX;
    Path directory = bench.sitesDirectory().resolve(hidden);
    PrivateFile.makeDirectory(directory);
    return new StagedSite(new Site(name, directory, bench), name);
  }

  private static void removeLeftovers(Bench bench) {
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(bench.sitesDirectory(), ".*" + SUFFIX)) {
      for (Path entry : entries) {
        String[] words = entry.getFileName().toString().split("\\.");
        String pid = words[words.length - 2];
        if (pid.matches("[0-9]{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
          remove(entry);
        }
      }
    } catch (IOException e) {
      throw FileFailure.cannot("read", bench.sitesDirectory(), e);
    }
  }

  public Site site() {
    return site;
  }

  /** Writes its config. */
  public void config(Map<String, Object> config) {
    byte[] content = FrappeJson.format(config).getBytes(StandardCharsets.US_ASCII);
    PrivateFile.write(site.directory().resolve(Bench.SITE_CONFIG), content, true);
  }

  /**
   * Makes it a site of the bench.
   *
   * @throws Failure refused: the name is taken; data: it cannot be moved
   */
  public Site putInPlace() {
    Path target = site.bench().sitesDirectory().resolve(name);
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw Failure.refused(target + " exists already").hint("move it away or choose another name");
    }
    try {
      AtomicFile.syncDirectory(site.directory());
      Files.move(site.directory(), target, StandardCopyOption.ATOMIC_MOVE);
      AtomicFile.syncDirectory(target.getParent());
    } catch (IOException e) {
      throw FileFailure.cannot("make", target, e);
    }
    return site.bench().site(name);
  }

  /**
   * Puts its store and the head of its audit log in the place of those of a site whose own store
   * cannot be used. What is replaced goes to {@code kept}.
   *
   * @throws Failure (data) where a file cannot be moved
   */
  public void replaceStoreOf(Site other, Path kept) {
    PrivateFile.makeDirectory(kept);
    Path store = other.storeFile();
    String name = store.getFileName().toString();
    Optional<AuditHead.Head> head = site.auditHead().read();
    try {
      keep(store, kept);
      keep(other.auditHead().path(), kept);
      // a journal of the old store must never meet the new one
      for (String journal : new String[] {name + "-wal", name + "-shm", name + "-journal"}) {
        keep(store.resolveSibling(journal), kept);
        Files.deleteIfExists(store.resolveSibling(journal));
      }
      Files.deleteIfExists(other.auditHead().path());
      head.ifPresent(other.auditHead()::advance);
      Files.move(site.storeFile(), store, StandardCopyOption.ATOMIC_MOVE);
      AtomicFile.syncDirectory(other.directory());
    } catch (IOException e) {
      throw FileFailure.cannot("replace", store, e);
    }
  }

  private static void keep(Path file, Path kept) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      Files.copy(
          file,
          kept.resolve(file.getFileName()),
          StandardCopyOption.COPY_ATTRIBUTES,
          LinkOption.NOFOLLOW_LINKS);
    }
  }

  /** Removes what is left of it. */
  @Override
  public void close() {
    try {
      remove(site.directory());
    } catch (IOException e) {
      // the next one tries again
    }
  }

  private static void remove(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
