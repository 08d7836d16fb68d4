package com.ivendnext.ivn.site;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.crypto.MasterKey;
import com.ivendnext.ivn.settings.Setting;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.settings.Values;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The master key of a site, in its config or in a file that the config names. */
public final class SiteKey {
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

  /** Whether every key that may hold is still there once {@code after} are the settings. */
  public boolean isSameUnder(Values after) {
    try {
      Set<String> kept = fingerprints(candidates(after));
      return kept.containsAll(fingerprints(candidates()));
    } catch (Failure unreadable) {
      return false;
    }
  }

  private static Set<String> fingerprints(List<MasterKey> keys) {
    Set<String> fingerprints = new HashSet<>();
    keys.forEach(key -> fingerprints.add(key.fingerprint()));
    return fingerprints;
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
    return read(values, Settings.IVN_ENCRYPTION_KEY, Settings.IVN_ENCRYPTION_KEY_FILE)
        .orElseThrow(
            () ->
                Failure.data("site " + site.name() + " has a store but no ivn_encryption_key")
                    .hint("put it back into " + site.config().path() + " from a backup"));
  }

  private Optional<MasterKey> read(Values values, Setting<String> key, Setting<String> file) {
    String path = values.get(file);
    if (path != null) {
      Path resolved = site.directory().resolve(path);
      return Optional.of(new KeyFile(resolved, site.directory()).read());
    }
    return values.find(key).map(text -> MasterKey.parse(text, site.config().path().toString()));
  }

  /**
   * The key and, while it is being changed, the next one: the store says which of them is its own.
   *
   * @return at least one
   * @throws Failure (data) when there is none or it is damaged
   */
  public List<MasterKey> candidates() {
    return candidates(values());
  }

  private List<MasterKey> candidates(Values values) {
    Optional<MasterKey> next = next(values);
    if (next.isEmpty()) {
      return List.of(read(values));
    }
    try {
      return List.of(read(values), next.get());
    } catch (Failure unreadable) {
      return List.of(next.get());
    }
  }

  /** The key that it is being changed to. */
  Optional<MasterKey> next() {
    return next(values());
  }

  /** The same where the site's config says this. */
  Optional<MasterKey> next(Map<String, Object> config) {
    return next(new Values(config, key -> site.config().path().toString()));
  }

  private Optional<MasterKey> next(Values values) {
    return read(values, Settings.IVN_ENCRYPTION_KEY_NEXT, Settings.IVN_ENCRYPTION_KEY_FILE_NEXT);
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
}
