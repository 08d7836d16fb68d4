package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.settings.Setting;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.site.ConfigEdit;
import com.ivendnext.ivn.site.ConfigFile;
import com.ivendnext.ivn.site.MergedConfig.Origin;
import com.ivendnext.ivn.site.Site;
import com.ivendnext.ivn.twofactor.Impact.Affected;
import com.ivendnext.ivn.twofactor.Policy;
import java.nio.file.Files;
import java.util.ArrayList;
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
   * Writes the file unless this is a dry run.
   *
   * @param readers the sites that read it
   * @param changed told whether the file says something else now
   * @throws Failure refused: it would shut every administrator of a site out; then nothing is
   *     written
   */
  public List<SiteImpact> write(ConfigFile file, List<Site> readers, List<Boolean> changed) {
    guardKey(file, readers);
    List<SiteImpact> impacts = new ArrayList<>();
    for (Site site : setting == null ? List.<Site>of() : readers) {
      if (Files.exists(site.storeFile()) && Policy.DECIDING.contains(setting)) {
        impacts.add(lookAhead(site, file));
      }
    }
    boolean isChange = !caution.dryRun() && edit.apply(file);
    changed.add(isChange);
    if (isChange && setting != null) {
      readers.forEach(this::record);
    }
    return impacts;
  }

  private void guardKey(ConfigFile file, List<Site> readers) {
    boolean key =
        setting == Settings.IVN_ENCRYPTION_KEY || setting == Settings.IVN_ENCRYPTION_KEY_FILE;
    if (!key || caution.force()) {
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
      Values before = usable(session.values());
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

  /**
   * A config that nobody can read decides nothing: what mends it is looked at as a first setting.
   */
  private static Values usable(Values values) {
    try {
      Policy.DECIDING.forEach(values::get);
      return values;
    } catch (Failure nonsense) {
      return new Values(Map.of(), key -> "");
    }
  }

  /** Nobody is shut out by that, and it must work on the day the store does not. */
  private boolean turnsOff() {
    return setting == Settings.ENABLE_TWO_FACTOR_AUTH && Boolean.FALSE.equals(edit.stored());
  }

  /** The file is written already: a store that takes no record is a reason for a word only. */
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
