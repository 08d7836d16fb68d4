package com.ivendnext.ivn.site;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.crypto.MasterKey;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.settings.Values;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.function.Supplier;

/** The master key of a site, in its config or in a file that the config names. */
public final class SiteKey {
  private static final int LIMIT_BYTES = 1024;

  private final Site site;

  public SiteKey(Site site) {
    this.site = site;
  }

  /**
   * The key.
   *
   * @throws Failure (data) when there is none or it is damaged
   */
  public MasterKey read() {
    return read(values());
  }

  /** Whether the key is the same one once {@code after} are the settings of the site. */
  public boolean isSameUnder(Values after) {
    try {
      return read(after).fingerprint().equals(read().fingerprint());
    } catch (Failure unreadable) {
      return false;
    }
  }

  /**
   * Makes sure that {@code after} hold a key, or none.
   *
   * @throws Failure (data) when they hold something else
   */
  public void check(Values after) {
    if (after.isSet(Settings.IVN_ENCRYPTION_KEY) || after.isSet(Settings.IVN_ENCRYPTION_KEY_FILE)) {
      read(after);
    }
  }

  private MasterKey read(Values values) {
    String file = values.get(Settings.IVN_ENCRYPTION_KEY_FILE);
    if (file != null) {
      return MasterKey.parse(contents(site.directory().resolve(file)), file);
    }
    String key = values.get(Settings.IVN_ENCRYPTION_KEY);
    if (key == null) {
      throw Failure.data("site " + site.name() + " has a store but no ivn_encryption_key")
          .hint("put it back into " + site.config().path() + " from a backup");
    }
    return MasterKey.parse(key, site.config().path().toString());
  }

  /** Makes a key and writes it to the site's config, unless there is one. */
  public void makeIfMissing(Supplier<SecureRandom> random) {
    Values values = values();
    if (values.isSet(Settings.IVN_ENCRYPTION_KEY)
        || values.isSet(Settings.IVN_ENCRYPTION_KEY_FILE)) {
      return;
    }
    String key = MasterKey.generate(random.get()).text();
    site.config()
        .update(
            config -> {
              // another ivn may have been quicker
              config.putIfAbsent(Settings.IVN_ENCRYPTION_KEY.key(), key);
              return config;
            });
  }

  private Values values() {
    return site.merged().typed();
  }

  private static String contents(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LIMIT_BYTES) {
        throw Failure.data("the key file " + file + " is missing or not a key file")
            .hint("ivn_encryption_key_file names it");
      }
      return Files.readString(file, StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw Failure.data("cannot read the key file " + file + ": " + e.getMessage()).cause(e);
    }
  }
}
