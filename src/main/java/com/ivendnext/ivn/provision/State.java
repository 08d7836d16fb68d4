package com.ivendnext.ivn.provision;

import com.ivendnext.ivn.settings.Setting;
import com.ivendnext.ivn.settings.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a site is to be, or is. A section that is null is not spoken of. Members are in the form of
 * the file: a field that is missing is not spoken of, one that is null is to be empty.
 *
 * @param settings keys of the site's own config, as they are stored
 * @param roles by name; {@code two_factor}
 * @param users by canonical name; see {@link UserFields}
 */
public record State(
    Map<String, Object> settings,
    Map<String, Map<String, Object>> roles,
    Map<String, Map<String, Object>> users)
    implements Current {

  /** Stands for a secret that stays what it is. */
  public static final String CENSORED = "__CENSORED__";

  public static final int VERSION = 1;

  static final String TWO_FACTOR = "two_factor";

  /** Keys that open something, say where the store is, or are not the site's own. */
  private static final Set<String> NOT_PART =
      Set.of(
          "default_site",
          "encryption_key",
          "admin_password",
          "ivn_encryption_key",
          "ivn_encryption_key_file",
          "ivn_store");

  /** Whether a state says what {@code key} of the config is. */
  public static boolean manages(String key) {
    return Settings.find(key).map(Setting::key).filter(State::isPart).isPresent();
  }

  private static boolean isPart(String key) {
    return !NOT_PART.contains(key) && !key.startsWith("db_");
  }

  /** The document that stands for it: what {@link StateFile} reads. */
  public Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", VERSION);
    document.put("settings", settings);
    document.put("roles", roles);
    document.put("users", users);
    return document;
  }

  @Override
  public void users(UserReader reader) {
    users.forEach(reader::read);
  }

  /** Never the settings: some are secrets. */
  @Override
  public String toString() {
    return "State[hidden]";
  }
}
