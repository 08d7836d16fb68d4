package com.ivendnext.ivn.provision;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.settings.Setting;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.site.MergedConfig;
import com.ivendnext.ivn.twofactor.Authenticator;
import com.ivendnext.ivn.twofactor.Exemption;
import com.ivendnext.ivn.twofactor.Person;
import com.ivendnext.ivn.twofactor.Role;
import com.ivendnext.ivn.twofactor.Store;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a site is: its own config, and its store. */
public final class SiteState implements Current {
  private final MergedConfig config;
  private final Store store;
  private final Instant now;

  public SiteState(MergedConfig config, Store store, Instant now) {
    this.config = config;
    this.store = store;
    this.now = now;
  }

  /**
   * The state as it is written to a file: secrets censored, and of users what there is to say.
   *
   * @throws Failure (data) when the config holds something that a setting does not take
   */
  public State dump() {
    Map<String, Object> settings = new LinkedHashMap<>();
    for (Setting<?> setting : Settings.all()) {
      if (config.own().get(setting.key()) != null && State.manages(setting.key())) {
        config.typed().get(setting); // tells what is wrong with it
        Object stored = setting.toStored(config.own().get(setting.key()));
        settings.put(setting.key(), setting.secret() ? State.CENSORED : stored);
      }
    }
    Map<String, Map<String, Object>> users = new LinkedHashMap<>();
    users((name, fields) -> users.put(name, worthSaying(fields)));
    return new State(settings, roles(), users);
  }

  private static Map<String, Object> worthSaying(Map<String, Object> fields) {
    Map<String, Object> said = new LinkedHashMap<>(fields);
    // without its mailbox a new user would get one: the name
    said.entrySet()
        .removeIf(field -> field.getValue() == null && !field.getKey().equals(UserFields.EMAIL));
    said.remove(UserFields.AUTHENTICATOR, false);
    return said;
  }

  @Override
  public Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>();
    config
        .own()
        .forEach(
            (key, value) -> {
              if (value != null && State.manages(key)) {
                settings.put(key, stored(Settings.find(key).orElseThrow(), value));
              }
            });
    return settings;
  }

  /** As ivn would store it; what it could not read is different from all that it can. */
  private static Object stored(Setting<?> setting, Object value) {
    return setting.type().read(value) == null ? value : setting.toStored(value);
  }

  @Override
  public Map<String, Map<String, Object>> roles() {
    Map<String, Map<String, Object>> roles = new LinkedHashMap<>();
    for (Role role : store.roles().all()) {
      roles.put(role.name(), Map.of(State.TWO_FACTOR, role.twoFactor()));
    }
    return roles;
  }

  @Override
  public void users(UserReader reader) {
    Map<String, Exemption> exemptions = new HashMap<>();
    store.exemptions().live(now).forEach(live -> exemptions.put(live.user(), live));
    store
        .users()
        .each(
            person -> {
              String name = person.user().name();
              reader.read(
                  name, UserFields.of(person, hasAuthenticator(person), exemptions.get(name)));
            });
  }

  private boolean hasAuthenticator(Person person) {
    return person.enrolled()
        || store.authenticators().of(person.user().name()).stream()
            .anyMatch(held -> held.state() == Authenticator.State.PENDING);
  }
}
