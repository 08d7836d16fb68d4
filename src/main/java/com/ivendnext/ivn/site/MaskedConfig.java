package com.ivendnext.ivn.site;

import com.ivendnext.ivn.settings.Setting;
import com.ivendnext.ivn.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A config fit for other people's eyes. */
public final class MaskedConfig {
  /** Stands for a secret. */
  public static final String MASK = "********";

  private static final List<String> SECRET_WORDS =
      List.of(
          "password",
          "passwd",
          "pwd",
          "passphrase",
          "secret",
          "token",
          "credential",
          "encryption_key",
          "private_key",
          "access_key",
          "api_key",
          "apikey");

  /** Characters that a cryptographic key has at least: 64 bits in hexadecimal. */
  private static final int KEY_LENGTH = 16;

  private static final Pattern PASSWORD_IN_URL = Pattern.compile("(://[^/@:\\s]*:)[^/\\s]*@");

  private MaskedConfig() {}

  /**
   * The config with the values of known secrets masked, and of keys that sound like one: what ivn
   * does not know may well be a password.
   */
  public static Map<String, Object> of(Map<String, Object> config) {
    Map<String, Object> masked = new LinkedHashMap<>();
    config.forEach((key, value) -> masked.put(key, hides(key, value) ? MASK : inside(value)));
    return masked;
  }

  private static Object inside(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> nested = new LinkedHashMap<>();
      map.forEach((key, element) -> nested.put(String.valueOf(key), element));
      return of(nested);
    }
    if (value instanceof List<?> list) {
      List<Object> elements = new ArrayList<>();
      list.forEach(element -> elements.add(inside(element)));
      return elements;
    }
    return value instanceof String text ? withoutPassword(text) : value;
  }

  /** The password of an address such as {@code redis://:secret@host} is a secret under any key. */
  private static String withoutPassword(String text) {
    return PASSWORD_IN_URL.matcher(text).replaceAll("$1" + MASK + "@");
  }

  /** Whether {@code value}, which stands under {@code key}, is nobody's business. */
  static boolean hides(String key, Object value) {
    return Settings.find(key).map(Setting::secret).orElseGet(() -> soundsSecret(key, value));
  }

  private static boolean soundsSecret(String key, Object value) {
    String word = key.toLowerCase(Locale.ROOT);
    for (String part : SECRET_WORDS) {
      if (word.contains(part)) {
        return true;
      }
    }
    boolean looksLikeKey = value instanceof String text && text.length() >= KEY_LENGTH;
    return word.equals("pass") || word.endsWith("_pass") || word.endsWith("key") && looksLikeKey;
  }
}
