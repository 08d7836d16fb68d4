package com.ivendnext.ivn.site;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.crypto.MasterKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * A file with a master key, outside or inside the site. As ssh does with its keys, one that others
 * may read or replace is not used.
 */
public final class KeyFile {
  private static final int LIMIT_BYTES = 1024;
  private static final int STICKY = 01000;
  private static final int ROOT = 0;

  /** Linux says it belongs to the user as whom this runs. */
  private static final Path THIS_PROCESS = Path.of("/proc/self");

  private final Path file;
  private final Path siteDirectory;

  /**
   * @param siteDirectory whose owner may own the file too: root works in the benches of others
   */
  public KeyFile(Path file, Path siteDirectory) {
    this.file = file;
    this.siteDirectory = siteDirectory;
  }

  /**
   * The key.
   *
   * @throws Failure (data) where the file is missing, is no key file, or others may read or replace
   *     it
   */
  public MasterKey read() {
    try {
      Path real = file.toRealPath();
      check(real);
      return MasterKey.parse(Files.readString(real, StandardCharsets.US_ASCII), file.toString());
    } catch (NoSuchFileException missing) {
      throw unusable("is missing");
    } catch (IOException e) {
      throw FileFailure.cannot("read", file, e);
    }
  }

  private void check(Path real) throws IOException {
    PosixFileAttributes attributes =
        Files.readAttributes(real, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!attributes.isRegularFile() || attributes.size() > LIMIT_BYTES) {
      throw unusable("is not a key file");
    }
    if (!isOurs(real)) {
      throw unsafe("belongs to " + attributes.owner().getName())
          .hint("it must belong to root, to you, or to the owner of the site");
    }
    Set<PosixFilePermission> permissions = attributes.permissions();
    for (PosixFilePermission permission : permissions) {
      if (!permission.name().startsWith("OWNER")) {
        throw unsafe("is open to others than its owner").hint("chmod 600 " + real + " mends it");
      }
    }
    checkDirectories(file.toAbsolutePath());
    checkDirectories(real);
  }

  private boolean isOurs(Path real) throws IOException {
    int owner = owner(real);
    return owner == ROOT || owner == owner(THIS_PROCESS) || owner == owner(siteDirectory);
  }

  private static int owner(Path path) throws IOException {
    return (int) Files.getAttribute(path, "unix:uid");
  }

  /** Where others may write they could put another file, or another link, in its place. */
  private void checkDirectories(Path path) throws IOException {
    for (Path above = path.getParent(); above != null; above = above.getParent()) {
      boolean open =
          Files.getPosixFilePermissions(above).contains(PosixFilePermission.OTHERS_WRITE);
      if (open && ((int) Files.getAttribute(above, "unix:mode") & STICKY) == 0) {
        throw unsafe("can be replaced by anybody, since " + above + " is open to all")
            .hint("chmod o-w " + above + " mends it");
      }
    }
  }

  private Failure unusable(String what) {
    return Failure.data("the key file " + file + " " + what)
        .hint("ivn_encryption_key_file names it; put it back from where copies of it are kept");
  }

  private Failure unsafe(String what) {
    return Failure.data("the key file " + file + " is not used, because it " + what);
  }
}
