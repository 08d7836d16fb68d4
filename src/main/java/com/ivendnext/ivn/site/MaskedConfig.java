package com.ivendnext.ivn.site;

import com.ivendnext.ivn.settings.Setting;
import com.ivendnext.ivn.settings.Settings;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A config fit for other people's eyes. */
public final class MaskedConfig {
  /** Stands for a secret. */
  public static final String MASK = "********";

  private MaskedConfig() {}

  /**
   * The config with the values of known secrets masked, and of keys that sound like one: what ivn
   * does not know may well be a password.
   */
  public static Map<String, Object> of(Map<String, Object> config) {
    Map<String, Object> masked = new LinkedHashMap<>();
    config.forEach((key, value) -> masked.put(key, hides(key) ? MASK : inside(value)));
    return masked;
  }

  private static Object inside(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> nested = new LinkedHashMap<>();
      map.forEach((key, element) -> nested.put(String.valueOf(key), element));
      return of(nested);
    }
    return value;
  }

  private static boolean hides(String key) {
    String word = key.toLowerCase(Locale.ROOT);
    return Settings.find(key)
        .map(Setting::secret)
        .orElse(
            word.contains("password")
                || word.contains("passwd")
                || word.contains("secret")
                || word.contains("token")
                || word.endsWith("key"));
  }
}
