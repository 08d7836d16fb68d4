package com.ivendnext.ivn.site;

import com.ivendnext.ivn.settings.Values;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What holds for a site: the common config overridden by its own, key by key and not deeper. It is
 * a reading of both files at one time, and has no {@code toString}, since it holds secrets.
 */
public final class MergedConfig {

  /** Where the value of a key comes from. */
  public enum Origin {
    /** The site's own config, also where it says the same as the common one. */
    SITE,
    /** The common config of the bench. */
    COMMON,
    /** Nowhere. */
    UNSET
  }

  private final Path commonFile;
  private final Path siteFile;
  private final Map<String, Object> common;
  private final Map<String, Object> site;

  MergedConfig(ConfigFile commonFile, ConfigFile siteFile) {
    this(commonFile.path(), siteFile.path(), commonFile.read(), siteFile.read());
  }

  private MergedConfig(
      Path commonFile, Path siteFile, Map<String, Object> common, Map<String, Object> site) {
    this.commonFile = commonFile;
    this.siteFile = siteFile;
    this.common = common;
    this.site = site;
  }

  /** What would hold after {@code edit} of one of the two files. */
  public MergedConfig after(ConfigEdit edit, Origin where) {
    boolean isCommon = where == Origin.COMMON;
    return new MergedConfig(
        commonFile,
        siteFile,
        isCommon ? edit.applied(common) : common,
        isCommon ? site : edit.applied(site));
  }

  /** What the site's own config says. */
  public Map<String, Object> own() {
    return Collections.unmodifiableMap(site);
  }

  /** What would hold if the site's own config said {@code config}. */
  public MergedConfig withOwn(Map<String, Object> config) {
    return new MergedConfig(commonFile, siteFile, common, config);
  }

  /** All keys with the values that hold. */
  public Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>(common);
    values.putAll(site);
    return Collections.unmodifiableMap(values);
  }

  /** The settings in force, typed. */
  public Values typed() {
    return new Values(values(), key -> file(origin(key)).toString());
  }

  /** Where a key is set; a null in the site's config is set there. */
  public Origin origin(String key) {
    if (site.containsKey(key)) {
      return Origin.SITE;
    }
    return common.containsKey(key) ? Origin.COMMON : Origin.UNSET;
  }

  /** The file behind an origin; for an unset key the site's, where it would be set. */
  public Path file(Origin origin) {
    return origin == Origin.COMMON ? commonFile : siteFile;
  }
}
