package com.ivendnext.ivn.provision;

import com.ivendnext.ivn.provision.Change.Kind;
import com.ivendnext.ivn.provision.Change.Sign;
import com.ivendnext.ivn.twofactor.BuiltInRole;
import com.ivendnext.ivn.twofactor.Person;
import com.ivendnext.ivn.twofactor.Role;
import com.ivendnext.ivn.twofactor.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a plan makes of somebody, before anything is written. */
final class Effect implements UnaryOperator<Person> {
  private final Map<String, Change> users = new HashMap<>();
  private final Map<String, Boolean> ticks = new HashMap<>();

  Effect(Plan plan, List<Role> roles) {
    roles.forEach(role -> ticks.put(role.name(), role.twoFactor()));
    plan.of(Kind.USER).forEach(change -> users.put(change.name(), change));
    for (Change role : plan.of(Kind.ROLE)) {
      if (role.sign() == Sign.REMOVE) {
        ticks.remove(role.name());
      } else {
        ticks.put(role.name(), (Boolean) role.values().get(State.TWO_FACTOR));
      }
    }
  }

  static boolean isAutomatic(String role) {
    return BuiltInRole.named(role).map(BuiltInRole::automatic).isPresent();
  }

  @Override
  public Person apply(Person person) {
    Change change = users.get(person.user().name());
    if (change == null) {
      return with(person, person.user(), Map.of());
    }
    if (change.sign() == Sign.REMOVE) {
      return with(person, person.user().withEnabled(false), Map.of());
    }
    return with(person, UserFields.applied(person.user(), change.values()), change.values());
  }

  private Person with(Person person, User user, Map<String, Object> values) {
    List<String> names = new ArrayList<>();
    for (BuiltInRole role : BuiltInRole.values()) {
      if (role.comesTo(user)) {
        names.add(role.label());
      }
    }
    Object granted = values.get(UserFields.ROLES);
    names.addAll(granted == null ? UserFields.granted(person) : UserFields.roles(granted));
    List<Role> roles = new ArrayList<>();
    for (String name : names) {
      if (ticks.containsKey(name)) {
        roles.add(new Role(name, ticks.get(name)));
      }
    }
    return new Person(
        user,
        roles,
        person.enrolled(),
        person.recoverable(),
        exemptUntil(person, values),
        person.requiredSince());
  }

  private static Instant exemptUntil(Person person, Map<String, Object> values) {
    if (!values.containsKey(UserFields.EXEMPTION)) {
      return person.exemptUntil();
    }
    return values.get(UserFields.EXEMPTION) instanceof Map<?, ?> given
        ? Instant.parse((String) given.get(UserFields.UNTIL))
        : null;
  }
}
