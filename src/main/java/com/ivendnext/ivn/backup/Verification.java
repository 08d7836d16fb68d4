package com.ivendnext.ivn.backup;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.crypto.MasterKey;
import com.ivendnext.ivn.site.Site;
import com.ivendnext.ivn.site.SiteKey;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether a backup is whole, and from whom. */
public final class Verification {
  private Verification() {}

  /**
   * A backup that is whole.
   *
   * @param genuine whether the site's key says that nobody has changed it; false where it was made
   *     with another key, so that nobody can say
   */
  public record Whole(Manifest manifest, boolean genuine) {}

  /**
   * Reads all of a backup.
   *
   * @param passphrase null where there is none
   * @throws Failure (data) where it is damaged or was changed
   */
  public static Whole of(Path file, char[] passphrase, Site site) {
    Archive archive = Archive.read(file, passphrase, OutputStream.nullOutputStream());
    Optional<MasterKey> key = archive.keyAmong(keys(site));
    key.ifPresent(archive::requireGenuine);
    return new Whole(archive.manifest(), key.isPresent());
  }

  private static List<MasterKey> keys(Site site) {
    try {
      return new SiteKey(site).candidates();
    } catch (Failure noKey) {
      return List.of();
    }
  }
}
