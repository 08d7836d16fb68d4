package com.ivendnext.ivn.site;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.settings.Setting;
import com.ivendnext.ivn.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One change of one key, ready to be written: an unknown key as Frappe would, a known key in its
 * type.
 */
public final class ConfigEdit {
  private static final List<String> SEALING_KEYS =
      List.of(Settings.IVN_ENCRYPTION_KEY.key(), Settings.ENCRYPTION_KEY.key());

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
          boolean present = config.containsKey(key);
          changed[0] = removal ? present : !present || !Objects.equals(config.get(key), stored);
          if (changed[0] && config.get(key) != null && SEALING_KEYS.contains(key)) {
            throw Failure.refused(
                    key + " is set already, and without it every secret that it seals is lost")
                .hint("if that is what you want, edit " + file.path());
          }
          if (removal) {
            config.remove(key);
          } else {
            config.put(key, stored);
          }
          return config;
        });
    return changed[0];
  }

  /**
   * Writes the change to each of {@code files}; one that fails does not keep the others from it.
   *
   * @return whether any says something else now
   * @throws Failure as {@link #apply}, the first one, once all have been tried
   */
  public boolean applyToAll(List<ConfigFile> files) {
    boolean changed = false;
    List<Path> written = new ArrayList<>();
    Map<String, String> failed = new LinkedHashMap<>();
    Failure first = null;
    for (ConfigFile file : files) {
      try {
        changed |= apply(file);
        written.add(file.path());
      } catch (Failure failure) {
        failed.put(file.path().toString(), failure.getMessage());
        first = first == null ? failure : first;
      }
    }
    if (first == null) {
      return changed;
    }
    throw files.size() == 1 ? first : partly(first, written, failed);
  }

  private static Failure partly(Failure first, List<Path> written, Map<String, String> failed) {
    int all = written.size() + failed.size();
    return first
        .hint(
            "written: " + written.size() + " of " + all + " files; mend this one and run it again")
        .detail("files", written)
        .detail("failed", failed);
  }
}
