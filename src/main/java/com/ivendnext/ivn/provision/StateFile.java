package com.ivendnext.ivn.provision;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.twofactor.UserName;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Reads a {@link State} from YAML or JSON. */
public final class StateFile {
  /** More than the largest file that is read; 16 MiB. */
  public static final int LIMIT_BYTES = YamlTree.LENGTH_LIMIT;

  private final String text;
  private final String name;

  private StateFile(String text, String name) {
    this.text = text;
    this.name = name;
  }

  /**
   * The state.
   *
   * @param name the file, for messages
   * @throws Failure (data), with line, column and JSON pointer, when it is none
   */
  public static State read(byte[] bytes, String name) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new StateFile(text.startsWith("\ufeff") ? text.substring(1) : text, name).state();
    } catch (CharacterCodingException notText) {
      throw Failure.data("cannot read " + name + ": it is not UTF-8 text");
    }
  }

  private State state() {
    Object tree = YamlTree.parse(text, name);
    if (tree == null) {
      throw Failure.data("cannot read " + name + ": there is nothing in it");
    }
    StateSchema.Misfit misfit = StateSchema.check(tree);
    if (misfit != null) {
      throw wrong(misfit.pointer(), misfit.words(), null);
    }
    Map<String, Object> document = members(tree);
    return new State(
        settings(document.get("settings")),
        named(document.get("roles"), "/roles/"),
        users(named(document.get("users"), "/users/")));
  }

  private Map<String, Object> settings(Object section) {
    if (section == null) {
      return null;
    }
    Map<String, Object> settings = new LinkedHashMap<>();
    members(section)
        .forEach(
            (key, value) ->
                settings.put(
                    key,
                    value == null || isKept(key, value)
                        ? value
                        : at("/settings/" + key, () -> Settings.named(key).toStored(value))));
    return settings;
  }

  private static boolean isKept(String key, Object value) {
    return Settings.named(key).secret() && value.equals(State.CENSORED);
  }

  private Map<String, Map<String, Object>> named(Object section, String pointer) {
    if (section == null) {
      return null;
    }
    Map<String, Map<String, Object>> named = new LinkedHashMap<>();
    members(section)
        .forEach(
            (typed, value) -> {
              String canonical =
                  pointer.equals("/users/") ? UserName.canonical(typed) : typed.strip();
              Map<String, Object> fields = value == null ? Map.of() : members(value);
              if (named.put(canonical, fields) != null) {
                throw wrong(pointer + escaped(typed), "names the same one a second time", null);
              }
            });
    return named;
  }

  private Map<String, Map<String, Object>> users(Map<String, Map<String, Object>> users) {
    if (users != null) {
      users.replaceAll((name, fields) -> user("/users/" + escaped(name), fields));
    }
    return users;
  }

  private Map<String, Object> user(String pointer, Map<String, Object> written) {
    Map<String, Object> fields = new LinkedHashMap<>(written);
    fields.replaceAll((field, value) -> value instanceof String said ? said.strip() : value);
    fields.computeIfPresent(
        UserFields.ROLES, (field, list) -> UserFields.roles(list).stream().sorted().toList());
    fields.computeIfPresent(
        UserFields.EXEMPTION, (field, given) -> exemption(pointer, members(given)));
    return fields;
  }

  private Map<String, Object> exemption(String pointer, Map<String, Object> written) {
    Map<String, Object> exemption = new LinkedHashMap<>();
    String until = (String) written.get(UserFields.UNTIL);
    try {
      exemption.put(
          UserFields.UNTIL,
          OffsetDateTime.parse(until).toInstant().truncatedTo(ChronoUnit.MILLIS).toString());
    } catch (DateTimeException notATime) {
      throw wrong(
          pointer + "/exemption/until", "must be a time such as 2026-12-31T17:00:00Z", null);
    }
    exemption.put(UserFields.REASON, ((String) written.get(UserFields.REASON)).strip());
    return exemption;
  }

  private <T> T at(String pointer, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (Failure failure) {
      throw wrong(pointer, failure.getMessage(), failure.hint());
    }
  }

  private Failure wrong(String pointer, String words, String hint) {
    String place = YamlTree.place(text, name, pointer);
    return Failure.data(place + ": " + words).hint(hint).detail("pointer", pointer);
  }

  private static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> members(Object map) {
    return (Map<String, Object>) map;
  }
}
