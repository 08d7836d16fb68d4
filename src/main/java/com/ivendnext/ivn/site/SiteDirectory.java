package com.ivendnext.ivn.site;

import com.ivendnext.ivn.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** How the directory of a site comes and goes. */
final class SiteDirectory {

  private SiteDirectory() {}

  static void make(Site site, Map<String, Object> config) {
    byte[] content = FrappeJson.format(config).getBytes(StandardCharsets.US_ASCII);
    Path directory = site.directory();
    try {
      Files.createDirectory(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (FileAlreadyExistsException e) {
      throw taken(site);
    } catch (IOException e) {
      throw FileFailure.cannot("make", directory, e);
    }
    fill(directory, content);
  }

  private static Failure taken(Site site) {
    return site.bench().hasSite(site.name())
        ? Failure.refused("site " + site.name() + " exists already")
        : Failure.refused(site.directory() + " exists already, but is not a site")
            .hint("move it away or choose another name");
  }

  private static void fill(Path directory, byte[] config) {
    boolean done = false;
    try {
      Ownership.inherit(directory);
      AtomicFile.replace(directory.resolve(Bench.SITE_CONFIG), config, null);
      AtomicFile.syncDirectory(directory.getParent());
      done = true;
    } catch (IOException e) {
      throw FileFailure.cannot("write", directory.resolve(Bench.SITE_CONFIG), e);
    } finally {
      if (!done) {
        removeEmpty(directory);
      }
    }
  }

  private static void removeEmpty(Path directory) {
    try {
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      // somebody has put something in it, which is not ours to remove
    }
  }

  /** Takes a site away that was made a moment ago and could not be completed. */
  static void unmake(Site site) {
    try (Stream<Path> content = Files.walk(site.directory())) {
      for (Path each : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException | UncheckedIOException e) {
      // the failure that led here is the one to tell; what is left is a site without a store
    }
  }

  static Path archive(Site site) {
    Path archive = site.bench().directory().resolve("archived").resolve("sites");
    try {
      Ownership.makeDirectory(archive.getParent());
      Ownership.makeDirectory(archive);
      Path target = free(archive, site.name());
      Files.move(site.directory(), target, StandardCopyOption.ATOMIC_MOVE);
      AtomicFile.syncDirectory(archive);
      AtomicFile.syncDirectory(site.bench().sitesDirectory());
      return target;
    } catch (IOException e) {
      throw FileFailure.cannot("archive", site.directory(), e);
    }
  }

  private static Path free(Path archive, String name) {
    Path target = archive.resolve(name);
    for (int number = 2; Files.exists(target, LinkOption.NOFOLLOW_LINKS); number++) {
      target = archive.resolve(name + "-" + number);
    }
    return target;
  }
}
