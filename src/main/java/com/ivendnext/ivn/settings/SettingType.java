package com.ivendnext.ivn.settings;

import java.util.List;

/**
 * The kind of value a setting takes: reads what stands in a config file or was typed, tolerantly
 * where the meaning is plain ({@code "True"} for a boolean), never by guessing.
 *
 * @param <T> the Java type of a value
 */
public abstract class SettingType<T> {
  private final String allowed;
  private final List<String> choices;

  /**
   * @param allowed what a value must be, to stand behind "must be"
   * @param choices the spellings to offer for completion; empty where there is no short list
   */
  protected SettingType(String allowed, List<String> choices) {
    this.allowed = allowed;
    this.choices = choices;
  }

  /**
   * The value that {@code raw} (text, number, boolean, list or map) means, or null if it is none.
   */
  public abstract T read(Object raw);

  /** How {@code value} stands in a config file. */
  public Object store(T value) {
    return value;
  }

  public String allowed() {
    return allowed;
  }

  public List<String> choices() {
    return choices;
  }
}
