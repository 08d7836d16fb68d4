package com.ivendnext.ivn.keys;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.crypto.MasterKey;
import com.ivendnext.ivn.site.KeyFile;
import com.ivendnext.ivn.site.KeySwitch;
import com.ivendnext.ivn.site.Site;
import com.ivendnext.ivn.site.SiteKey;
import com.ivendnext.ivn.twofactor.Store;
import com.ivendnext.ivn.twofactor.Vault;
import com.ivendnext.ivn.twofactor.Vault.Closed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Takes a rotation back by the ciphertexts that it replaced: for the day its key is lost. */
public final class KeyUndo {
  private final Site site;
  private final Store store;
  private final Vault vault;
  private final KeySwitch keySwitch;

  public KeyUndo(Site site, Store store) {
    this.site = site;
    this.store = store;
    this.vault = store.vault();
    this.keySwitch = new KeySwitch(site);
  }

  /**
   * What was done.
   *
   * @param before the fingerprint of the key that is undone
   * @param after that of the key that holds again
   * @param values how many sealed values were put back
   * @param lost those that were sealed since the rotation: they do not open any more
   */
  public record Outcome(String before, String after, int values, List<Closed> lost) {}

  /**
   * Puts back what stands in a rollback file.
   *
   * @param keyFile where the key of before is kept; null where it stands in the config again
   * @throws Failure data: the file or the key is not the right one; then nothing has changed
   */
  public Outcome undo(Path rollbackFile, Path keyFile) {
    RollbackFile file = new RollbackFile(rollbackFile);
    MasterKey old = old(file.before(), keyFile);
    try {
      return store.write(
          () -> {
            requireCurrent(file.after());
            if (keyFile != null) {
              keySwitch.stage(old, keyFile);
            }
            return putBack(file);
          });
    } finally {
      keySwitch.settle(vault::fingerprint, file.before());
    }
  }

  private MasterKey old(String fingerprint, Path keyFile) {
    List<MasterKey> keys =
        keyFile == null
            ? new SiteKey(site).candidates()
            : List.of(new KeyFile(keyFile, site.directory()).read());
    for (MasterKey key : keys) {
      if (key.fingerprint().equals(fingerprint)) {
        return key;
      }
    }
    throw Failure.data("the key of before, " + fingerprint + ", is not at hand")
        .hint("--key-file FILE names the file with it");
  }

  private void requireCurrent(String after) {
    if (!vault.fingerprint().equals(after)) {
      throw Failure.data("the store is not sealed with the key that this rollback file undoes")
          .hint("it undoes the rotation to key " + after + " and no other");
    }
  }

  private Outcome putBack(RollbackFile file) {
    int[] values = {0};
    file.each(value -> values[0] += vault.putBack(value) ? 1 : 0);
    vault.putBack(file.before());
    store.record(
        Event.of("key.rotate", site.name())
            .outcome("undone")
            .detail("key " + file.after() + " became " + file.before()));
    List<Closed> lost = new ArrayList<>();
    vault.check().forEach(tally -> lost.addAll(tally.closed()));
    return new Outcome(file.after(), file.before(), values[0], lost);
  }
}
