package com.ivendnext.ivn.settings;

import com.ivendnext.ivn.Failure;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The settings in force for a site, typed. */
public final class Values {
  private final Map<String, Object> raw;
  private final UnaryOperator<String> origin;

  /**
   * @param raw what the config files say, merged
   * @param origin names the file that a key comes from, for messages
   */
  public Values(Map<String, Object> raw, UnaryOperator<String> origin) {
    this.raw = raw;
    this.origin = origin;
  }

  /**
   * The value of {@code setting}: what the config says, else its default, else null.
   *
   * @throws Failure (data) when the config holds something that the setting does not take; nothing
   *     is guessed, since a guess here could turn protection off
   */
  public <T> T get(Setting<T> setting) {
    Object value = raw.get(setting.key());
    if (value == null) {
      return setting.fallback();
    }
    T typed = setting.type().read(value);
    if (typed == null) {
      throw Failure.data(
              setting.key()
                  + " in "
                  + origin.apply(setting.key())
                  + " must be "
                  + setting.type().allowed()
                  + setting.shown(value))
          .hint("ivn set-config " + setting.key() + " VALUE mends it");
    }
    return typed;
  }

  public <T> Optional<T> find(Setting<T> setting) {
    return Optional.ofNullable(get(setting));
  }

  /** Whether a config file names the key. */
  public boolean isSet(Setting<?> setting) {
    return raw.get(setting.key()) != null;
  }
}
