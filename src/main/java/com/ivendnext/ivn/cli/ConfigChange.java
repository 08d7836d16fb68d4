package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.settings.Setting;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.site.ConfigEdit;
import com.ivendnext.ivn.site.ConfigFile;
import com.ivendnext.ivn.site.KeySwitch;
import com.ivendnext.ivn.site.MergedConfig.Origin;
import com.ivendnext.ivn.site.Site;
import com.ivendnext.ivn.twofactor.Impact.Affected;
import com.ivendnext.ivn.twofactor.Policy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes one key of a config file, after a look at whom that makes use a second factor on the sites
 * that read the file.
 */
public final class ConfigChange {
  private final Invocation invocation;
  private final ConfigEdit edit;
  private final Caution caution;
  private final Setting<?> setting;

  public ConfigChange(Invocation invocation, ConfigEdit edit, Caution caution) {
    this.invocation = invocation;
    this.edit = edit;
    this.caution = caution;
    this.setting = Settings.find(edit.key()).orElse(null);
  }

  /** Whom the change affects on one site. */
  public record SiteImpact(String site, List<Affected> affected) {}

  /**
   * What was written.
   *
   * @param changed whether any file says something else now
   */
  public record Outcome(boolean changed, List<Path> files, List<SiteImpact> impact) {}

  /**
   * Writes each file, unless this is a dry run; one that fails does not keep the others from it.
   *
   * @param readers the files, and the sites that read each
   * @throws Failure the first one, once all have been tried; refused: it would shut every
   *     administrator of a site out, and that file is as it was
   */
  public Outcome write(Map<ConfigFile, List<Site>> readers) {
    boolean changed = false;
    List<Path> written = new ArrayList<>();
    List<SiteImpact> impact = new ArrayList<>();
    Map<Path, Failure> failed = new LinkedHashMap<>();
    for (Map.Entry<ConfigFile, List<Site>> entry : readers.entrySet()) {
      Path file = entry.getKey().path();
      try {
        guardKey(entry.getKey(), entry.getValue());
        impact.addAll(lookAhead(entry.getValue(), entry.getKey()));
        changed |= apply(entry.getKey(), entry.getValue());
        written.add(file);
      } catch (Failure failure) {
        failed.put(file, failure);
      }
    }
    if (failed.isEmpty()) {
      return new Outcome(changed, written, impact);
    }
    Failure first = failed.values().iterator().next();
    throw readers.size() == 1 ? first : partly(first, written, failed);
  }

  private static Failure partly(Failure first, List<Path> written, Map<Path, Failure> failed) {
    int all = written.size() + failed.size();
    Map<String, String> reasons = new LinkedHashMap<>();
    failed.forEach((file, failure) -> reasons.put(file.toString(), failure.getMessage()));
    return first
        .hint(
            "written: " + written.size() + " of " + all + " files; mend this one and run it again")
        .detail("files", written)
        .detail("failed", reasons);
  }

  private boolean apply(ConfigFile file, List<Site> readers) {
    if (caution.dryRun()) {
      return false;
    }
    List<Site> untold = new ArrayList<>(setting == null ? List.of() : readers);
    if (isKey()) {
      untold.removeIf(this::tellWhileKeyOpens);
    }
    boolean changed = edit.apply(file);
    if (changed) {
      untold.forEach(this::record);
    }
    return changed;
  }

  private List<SiteImpact> lookAhead(List<Site> readers, ConfigFile file) {
    List<SiteImpact> impact = new ArrayList<>();
    for (Site site : readers) {
      if (setting != null && Policy.DECIDING.contains(setting) && Files.exists(site.storeFile())) {
        impact.add(lookAhead(site, file));
      }
    }
    return impact;
  }

  /** Whether it is the key itself; the store under another one takes no record of it. */
  private boolean isKey() {
    return KeySwitch.concerns(setting);
  }

  private void guardKey(ConfigFile file, List<Site> readers) {
    if (!isKey() || caution.force()) {
      return;
    }
    for (Site site : readers) {
      if (Files.exists(site.storeFile())) {
        try (SiteSession session = new SiteSession(invocation, site)) {
          KeyGuard.check(session, after(site, file));
        }
      }
    }
  }

  private Values after(Site site, ConfigFile file) {
    Origin where = file.path().equals(site.config().path()) ? Origin.SITE : Origin.COMMON;
    return site.merged().after(edit, where).typed();
  }

  private SiteImpact lookAhead(Site site, ConfigFile file) {
    if (turnsOff()) {
      return new SiteImpact(site.name(), List.of());
    }
    try (SiteSession session = new SiteSession(invocation, site)) {
      Values before = Policy.usable(session.values());
      Values after = after(site, file);
      List<Affected> affected = session.impact().of(before, after);
      caution.apply(
          session,
          before,
          after,
          () -> {
            session.impact().begin(affected, session.login().now());
            return affected;
          });
      boolean beingSetUp = session.store().users().onlyAdministrator();
      return new SiteImpact(site.name(), beingSetUp ? List.of() : affected);
    }
  }

  /** Nobody is shut out by that, and it must work on the day the store does not. */
  private boolean turnsOff() {
    return setting == Settings.ENABLE_TWO_FACTOR_AUTH && Boolean.FALSE.equals(edit.stored());
  }

  /** The key that opens the store signs the record that it goes; a wrong one could not. */
  private boolean tellWhileKeyOpens(Site site) {
    try {
      recordChange(site);
      return true;
    } catch (Failure wrongKey) {
      return false;
    }
  }

  /** A store that takes no record is a reason for a word only: it may be what is to be mended. */
  private void record(Site site) {
    try {
      recordChange(site);
    } catch (Failure noRecord) {
      invocation.output().warn("this change is not in the audit log: " + noRecord.getMessage());
    }
  }

  private void recordChange(Site site) {
    if (Files.exists(site.storeFile())) {
      String value = setting.secret() ? "hidden" : String.valueOf(edit.stored());
      try (SiteSession session = new SiteSession(invocation, site)) {
        session
            .store()
            .write(
                () -> {
                  session.store().record(Event.of("set-config", edit.key()).detail(value));
                  return null;
                });
      }
    }
  }
}
