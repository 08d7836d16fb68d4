package com.ivendnext.ivn.site;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.settings.Method;
import com.ivendnext.ivn.settings.Setting;
import com.ivendnext.ivn.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One change of one key, ready to be written: an unknown key as Frappe would, a known key in its
 * type.
 */
public final class ConfigEdit {
  private final String key;
  private final boolean removal;
  private final Object stored;
  private final String note;

  /**
   * @param note what is stored for what was typed, or null where that is the same
   */
  private ConfigEdit(String key, boolean removal, Object stored, String note) {
    this.key = key;
    this.removal = removal;
    this.stored = stored;
    this.note = note;
  }

  /**
   * The change that {@code set-config KEY TEXT} asks for.
   *
   * @param literal whether {@code text} is a JSON or Python literal
   * @throws Failure (usage) when the text is no literal, or no value of a known key, or the key is
   *     empty
   */
  public static ConfigEdit of(String key, String text, boolean literal) {
    if (key.isBlank()) {
      throw Failure.usage("a key cannot be empty");
    }
    ConfigValue value = literal ? ConfigValue.literal(text) : ConfigValue.coerce(text);
    Setting<?> setting = Settings.find(key).orElse(null);
    if (setting == null) {
      return new ConfigEdit(key, value.isRemoval(), value.value(), null);
    }
    if (value.isRemoval() || value.value() == null) {
      return new ConfigEdit(key, true, null, null);
    }
    Object stored = setting.toStored(literal ? value.value() : text);
    boolean asTyped = stored.equals(value.value()) || stored.toString().equals(text);
    String note = asTyped || setting.secret() ? null : key + " is stored as " + stored;
    return new ConfigEdit(key, false, stored, note);
  }

  public String key() {
    return key;
  }

  /** The value as it is stored; null for a removal. */
  public Object stored() {
    return stored;
  }

  /** What is stored otherwise than it was typed. */
  public List<String> notes() {
    return note == null ? List.of() : List.of(note);
  }

  /**
   * What the administrator should know.
   *
   * @param typed whether the value stood on the command line
   */
  public List<String> warnings(boolean typed) {
    List<String> warnings = new ArrayList<>();
    String closest = Settings.find(key).isPresent() ? null : Settings.closest(key);
    if (closest != null && !removal) {
      warnings.add("there is no setting " + key + "; did you mean " + closest + "?");
    }
    if (key.equals(Settings.TWO_FACTOR_METHOD.key()) && stored != null) {
      Method method = Settings.TWO_FACTOR_METHOD.type().read(stored);
      Optional.ofNullable(method.caveat()).ifPresent(warnings::add);
    }
    if (typed && stored != null && MaskedConfig.hides(key, stored)) {
      warnings.add(
          key
              + " stood on the command line, which other users of this machine can read;"
              + " --value-file keeps it from them");
    }
    return warnings;
  }

  /**
   * Writes the change.
   *
   * @return whether the file says something else now
   * @throws Failure try later: the lock; data: the file; refused: it would replace the key that
   *     seals stored secrets
   */
  public boolean apply(ConfigFile file) {
    boolean[] changed = {false};
    file.update(
        config -> {
          Map<String, Object> after = applied(config);
          changed[0] = !after.equals(config);
          boolean sealing = key.equals(Settings.ENCRYPTION_KEY.key()) && config.get(key) != null;
          if (changed[0] && sealing) {
            throw Failure.refused(
                    key + " is set already, and without it every secret that it seals is lost")
                .hint("if that is what you want, edit " + file.path());
          }
          return after;
        });
    return changed[0];
  }

  /** What becomes of {@code config}, which itself stays as it is. */
  Map<String, Object> applied(Map<String, Object> config) {
    Map<String, Object> after = new LinkedHashMap<>(config);
    if (removal) {
      after.remove(key);
    } else {
      after.put(key, stored);
    }
    return after;
  }
}
