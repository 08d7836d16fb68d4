package com.ivendnext.ivn.site;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.crypto.MasterKey;
import com.ivendnext.ivn.settings.Setting;
import com.ivendnext.ivn.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Gives a site another master key so that config and store fit at every instant: the next key is
 * written beside the one that holds ({@link #stage}), the store is made the next key's in one
 * transaction of its own, and then the next key takes the place of the other ({@link #finish}). In
 * between both are there, and the store's fingerprint says which one holds.
 */
public final class KeySwitch {
  private static final String KEY = Settings.IVN_ENCRYPTION_KEY.key();
  private static final String FILE = Settings.IVN_ENCRYPTION_KEY_FILE.key();
  private static final String NEXT_KEY = Settings.IVN_ENCRYPTION_KEY_NEXT.key();
  private static final String NEXT_FILE = Settings.IVN_ENCRYPTION_KEY_FILE_NEXT.key();

  private final Site site;
  private final SiteKey key;

  public KeySwitch(Site site) {
    this.site = site;
    this.key = new SiteKey(site);
  }

  /** Whether a change of that setting is a change of the key. */
  public static boolean concerns(Setting<?> setting) {
    return setting == Settings.IVN_ENCRYPTION_KEY
        || setting == Settings.IVN_ENCRYPTION_KEY_FILE
        || setting == Settings.IVN_ENCRYPTION_KEY_NEXT
        || setting == Settings.IVN_ENCRYPTION_KEY_FILE_NEXT;
  }

  /** The next key, where a switch was begun and not finished. */
  public Optional<MasterKey> staged() {
    return key.next();
  }

  /**
   * Writes the next key beside the one that holds.
   *
   * @param file where the key is kept, absolute; null to keep it in the config
   * @throws Failure as {@link ConfigFile#update}
   */
  public void stage(MasterKey next, Path file) {
    site.config()
        .update(
            config -> {
              drop(config);
              config.put(
                  file == null ? NEXT_KEY : NEXT_FILE, file == null ? next.text() : file + "");
              return config;
            });
  }

  /**
   * Puts the next key in the place of the other, if it is the one of that fingerprint.
   *
   * @throws Failure as {@link ConfigFile#update}
   */
  public void finish(String fingerprint) {
    ifStaged(
        fingerprint,
        config -> {
          Object nextKey = config.get(NEXT_KEY);
          Object nextFile = config.get(NEXT_FILE);
          config.remove(nextKey == null ? KEY : FILE);
          config.put(nextKey == null ? FILE : KEY, nextKey == null ? nextFile : nextKey);
          drop(config);
        });
  }

  /** Forgets the next key, if it is the one of that fingerprint. */
  public void abandon(String fingerprint) {
    ifStaged(fingerprint, KeySwitch::drop);
  }

  /**
   * After the transaction that was to change the store's key: only the store can say whether it
   * came to anything, whatever was thrown. Where it cannot, both keys stay.
   *
   * @param holds asks the store for the fingerprint of its key
   * @param next the fingerprint of the key that was staged
   * @return whether the next key holds, or may hold
   */
  public boolean settle(Supplier<String> holds, String next) {
    boolean changed;
    try {
      changed = holds.get().equals(next);
    } catch (Failure unknown) {
      return true;
    }
    if (changed) {
      finish(next);
    } else {
      abandon(next);
    }
    return changed;
  }

  private interface Change {
    void of(Map<String, Object> config);
  }

  private void ifStaged(String fingerprint, Change change) {
    if (staged().isEmpty()) {
      return;
    }
    site.config()
        .update(
            config -> {
              // somebody else may have been here since
              Optional<MasterKey> next = key.next(config);
              if (next.isPresent() && next.get().fingerprint().equals(fingerprint)) {
                change.of(config);
              }
              return config;
            });
  }

  private static void drop(Map<String, Object> config) {
    config.remove(NEXT_KEY);
    config.remove(NEXT_FILE);
  }
}
