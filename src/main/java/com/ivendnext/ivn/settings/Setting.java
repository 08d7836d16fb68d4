package com.ivendnext.ivn.settings;

import com.ivendnext.ivn.Failure;

/**
 * One key of a site's configuration.
 *
 * @param <T> the Java type of its value
 */
public final class Setting<T> {
  private final String key;
  private final SettingType<T> type;
  private final T fallback;
  private final String meaning;
  private final boolean secret;

  Setting(String key, SettingType<T> type, T fallback, String meaning) {
    this(key, type, fallback, meaning, false);
  }

  private Setting(String key, SettingType<T> type, T fallback, String meaning, boolean secret) {
    this.key = key;
    this.type = type;
    this.fallback = fallback;
    this.meaning = meaning;
    this.secret = secret;
  }

  Setting<T> asSecret() {
    return new Setting<>(key, type, fallback, meaning, true);
  }

  public String key() {
    return key;
  }

  public SettingType<T> type() {
    return type;
  }

  /** What holds where no config file names the key; null where nothing does. */
  public T fallback() {
    return fallback;
  }

  /** {@link #fallback()} as it would stand in a config file; null where there is none. */
  public Object storedFallback() {
    return fallback == null ? null : type.store(fallback);
  }

  /** One line of documentation. */
  public String meaning() {
    return meaning;
  }

  /** Whether the value is never shown unasked. */
  public boolean secret() {
    return secret;
  }

  /**
   * The form in which {@code raw}, typed or parsed, is written to a config file.
   *
   * @throws Failure (usage) when the value is not one this setting takes
   */
  public Object toStored(Object raw) {
    T value = type.read(raw);
    if (value == null) {
      throw Failure.usage(key + " must be " + type.allowed() + shown(raw))
          .hint("ivn settings describe " + key + " tells what it does");
    }
    return type.store(value);
  }

  /** The refused value, to stand behind a message; nothing for secrets. */
  String shown(Object raw) {
    String text = String.valueOf(raw);
    boolean show = !secret && text.length() <= 60;
    return show ? ", not " + (raw instanceof String ? "\"" + text + "\"" : text) : "";
  }
}
