package com.ivendnext.ivn.backup;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.crypto.MasterKey;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.site.KeySwitch;
import com.ivendnext.ivn.site.PrivateFile;
import com.ivendnext.ivn.site.Site;
import com.ivendnext.ivn.site.SiteKey;
import com.ivendnext.ivn.site.StagedSite;
import com.ivendnext.ivn.twofactor.Store;
import com.ivendnext.ivn.twofactor.StoreCopies.Restored;
import com.ivendnext.ivn.twofactor.StoreCopies.Terms;
import java.nio.file.Path;
import java.util.Optional;

/** The last step of a restore, in one of three ways. */
final class Replacement {
  private final Restore.Surroundings around;
  private final Restore.Order order;
  private final Archive archive;
  private final MasterKey key;
  private final StagedSite staged;

  Replacement(
      Restore.Surroundings around, Restore.Order order, Restore.Source source, StagedSite staged) {
    this.around = around;
    this.order = order;
    this.archive = source.archive();
    this.key = source.key();
    this.staged = staged;
  }

  Restore.Outcome makeNew() {
    Restored restored = settle();
    Site site = staged.putInPlace();
    return outcome(site, Restore.Way.NEW, null, restored);
  }

  Restore.Outcome instead(Site site) {
    boolean known = knows(site);
    KeySwitch keySwitch = new KeySwitch(site);
    Restored restored = settle();
    if (!known) {
      keySwitch.stage(key, order.keyFile());
    }
    Path kept = site.backups().resolve(stamp() + "-replaced");
    PrivateFile.makeDirectory(site.backups());
    staged.replaceStoreOf(site, kept);
    if (!known) {
      keySwitch.finish(key.fingerprint());
    }
    return outcome(site, Restore.Way.INSTEAD, kept, restored);
  }

  private boolean knows(Site site) {
    try {
      return archive.keyAmong(new SiteKey(site).candidates()).isPresent();
    } catch (Failure lost) {
      return false;
    }
  }

  private String stamp() {
    return around.clock().instant().toString().replaceAll("[-:]|\\.[0-9]+", "");
  }

  /** In the staged store, which is then closed: all of it is in one file. */
  private Restored settle() {
    Restored[] restored = {null};
    try (Store store = around.opener().apply(staged.site())) {
      Terms terms = terms(staged.site());
      store.write(
          () -> {
            restored[0] = store.copies().settle(terms);
            store.record(event());
            return null;
          });
    }
    return restored[0];
  }

  Restore.Outcome within(Site site) {
    try (Store live = around.opener().apply(site)) {
      Backup backup = new Backup(site, live, around.clock(), around.random());
      Backup.Content content = new Backup.Content(false, null);
      Path kept = backup.usualFile(content, "-before-restore");
      backup.toFile(kept, content);
      resealFor(site, live);
      Restored[] restored = {null};
      live.copies()
          .takeOver(
              staged.site().storeFile(),
              terms(site),
              done -> {
                restored[0] = done;
                live.record(event());
              });
      return outcome(site, Restore.Way.WITHIN, kept, restored[0]);
    }
  }

  /** The site keeps the key that it has. */
  private void resealFor(Site site, Store live) {
    String holds = live.vault().fingerprint();
    if (holds.equals(key.fingerprint())) {
      return;
    }
    for (MasterKey current : new SiteKey(site).candidates()) {
      if (current.fingerprint().equals(holds)) {
        try (Store store = around.opener().apply(staged.site())) {
          store.write(
              () -> {
                store.vault().claim(current);
                return store.vault().reseal(current, ignored -> {});
              });
        }
      }
    }
  }

  private Terms terms(Site site) {
    int window = site.merged().typed().get(Settings.OTP_WINDOW_STEPS);
    return new Terms(around.clock().instant(), window, order.upToDate());
  }

  private Event event() {
    Manifest manifest = archive.manifest();
    return Event.of("restore", order.name())
        .detail("backup of " + manifest.site() + ", " + manifest.createdAt());
  }

  private Restore.Outcome outcome(Site site, Restore.Way way, Path kept, Restored restored) {
    try (Store store = around.opener().apply(site)) {
      Optional<String> fault = store.auditFault();
      return new Restore.Outcome(site, way, archive.manifest(), kept, restored, fault.orElse(null));
    }
  }
}
