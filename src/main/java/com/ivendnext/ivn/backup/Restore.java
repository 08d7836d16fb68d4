package com.ivendnext.ivn.backup;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.crypto.MasterKey;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.site.Bench;
import com.ivendnext.ivn.site.KeyFile;
import com.ivendnext.ivn.site.PrivateFile;
import com.ivendnext.ivn.site.Site;
import com.ivendnext.ivn.site.SiteKey;
import com.ivendnext.ivn.site.StagedSite;
import com.ivendnext.ivn.twofactor.Store;
import com.ivendnext.ivn.twofactor.StoreCopies.Restored;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Puts a site back from a backup. It is made ready in a hidden directory; then one transaction, or
 * one rename, puts it in its place.
 */
public final class Restore {
  private final Bench bench;
  private final Surroundings around;

  public Restore(Bench bench, Surroundings around) {
    this.bench = bench;
    this.around = around;
  }

  /**
   * What it needs from outside.
   *
   * @param opener opens the store of a site
   */
  public record Surroundings(
      Function<Site, Store> opener, Clock clock, Supplier<SecureRandom> random) {}

  /** A backup and its key. */
  record Source(Archive archive, MasterKey key) {}

  /**
   * What is wanted.
   *
   * @param name the site, which need not exist
   * @param keyFile a file with the key that the backup was made with, absolute; or null
   * @param passphrase null where there is none
   * @param upToDate whether no code was accepted since the backup was made
   * @param replace whether a store that cannot be used is moved aside
   */
  public record Order(
      Path file, String name, Path keyFile, char[] passphrase, boolean upToDate, boolean replace) {}

  /** How a site was put back. */
  public enum Way {
    /** There was no such site. */
    NEW,
    /** In the store that was there, in one transaction. */
    WITHIN,
    /** The store that was there is missing, or it is damaged or its key lost, and moved aside. */
    INSTEAD
  }

  /**
   * What was done.
   *
   * @param kept where is what was replaced; null where there was nothing
   * @param fault what is wrong with the audit log, since before the backup; or null
   */
  public record Outcome(
      Site site, Way way, Manifest manifest, Path kept, Restored restored, String fault) {}

  /** Asks whether a site is to be replaced. */
  public interface Consent {
    /**
     * @throws Failure (refused) where it is not
     */
    void require(Manifest manifest);
  }

  /**
   * Restores.
   *
   * @param consent is asked where there is such a site
   * @throws Failure data: the backup is damaged, was changed, is of a newer ivn, or its key is not
   *     at hand; refused: no consent; in any case nothing has changed
   */
  public Outcome run(Order order, Consent consent) {
    boolean exists = bench.hasSite(order.name());
    Site site = exists ? bench.site(order.name()) : null;
    try (StagedSite staged = StagedSite.make(bench, order.name())) {
      Archive archive = unpack(order, staged);
      MasterKey key = key(order, archive, site);
      archive.requireGenuine(key);
      staged.config(config(archive, key, exists ? null : order.keyFile()));
      openOnce(staged.site());
      Replacement replacement = new Replacement(around, order, new Source(archive, key), staged);
      if (!exists) {
        return replacement.makeNew();
      }
      boolean usable = usable(site, order.replace());
      consent.require(archive.manifest());
      return usable ? replacement.within(site) : replacement.instead(site);
    }
  }

  private static Archive unpack(Order order, StagedSite staged) {
    Path store = staged.site().storeFile();
    PrivateFile.makeIfMissing(store);
    try (OutputStream out = Files.newOutputStream(store)) {
      return Archive.read(order.file(), order.passphrase(), out);
    } catch (IOException e) {
      throw Failure.data("cannot write " + store + ": " + e.getMessage()).cause(e);
    }
  }

  private MasterKey key(Order order, Archive archive, Site site) {
    List<MasterKey> keys = new ArrayList<>();
    if (order.keyFile() != null) {
      keys.add(new KeyFile(order.keyFile(), bench.sitesDirectory()).read());
    }
    Object inside = archive.settings().get(Settings.IVN_ENCRYPTION_KEY.key());
    if (inside instanceof String text) {
      keys.add(MasterKey.parse(text, order.file().toString()));
    }
    if (site != null) {
      try {
        keys.addAll(new SiteKey(site).candidates());
      } catch (Failure lost) {
        // then the key must come from elsewhere
      }
    }
    String fingerprint = archive.manifest().key();
    return archive
        .keyAmong(keys)
        .orElseThrow(
            () ->
                Failure.data("the key of the backup, " + fingerprint + ", is not at hand")
                    .hint("--key-file FILE names the file with it; nothing was changed"));
  }

  /**
   * @param keyFile where the key is kept; null to keep it in the config
   */
  private Map<String, Object> config(Archive archive, MasterKey key, Path keyFile) {
    Map<String, Object> config = new LinkedHashMap<>(archive.settings());
    if (keyFile != null) {
      config.remove(Settings.IVN_ENCRYPTION_KEY.key());
      config.put(Settings.IVN_ENCRYPTION_KEY_FILE.key(), keyFile.toString());
      return config;
    }
    config.put(Settings.IVN_ENCRYPTION_KEY.key(), key.text());
    if (bench.commonConfig().read().containsKey(Settings.IVN_ENCRYPTION_KEY_FILE.key())) {
      config.put(Settings.IVN_ENCRYPTION_KEY_FILE.key(), null);
    }
    return config;
  }

  /** Brings it up to date, and finds out whether this ivn can. */
  private void openOnce(Site staged) {
    try (Store store = around.opener().apply(staged)) {
      store.vault().check();
      requireSound(store, "in the backup");
    }
  }

  /**
   * Whether what is there can be restored into.
   *
   * @throws Failure (data) where it cannot, and is not to be replaced either
   */
  private boolean usable(Site site, boolean replace) {
    if (!Files.exists(site.storeFile())) {
      return false;
    }
    try (Store store = around.opener().apply(site)) {
      store.vault().check();
      requireSound(store, "of " + site.name());
      return true;
    } catch (Failure failure) {
      if (failure.kind() == Failure.Kind.DATA && replace) {
        return false;
      }
      throw failure.kind() == Failure.Kind.DATA
          ? failure.hint("--replace moves that store aside and puts the backup's in its place")
          : failure;
    }
  }

  private static void requireSound(Store store, String whose) {
    store
        .copies()
        .damage()
        .ifPresent(
            damage -> {
              throw Failure.data("the store " + whose + " is damaged: " + damage);
            });
  }
}
