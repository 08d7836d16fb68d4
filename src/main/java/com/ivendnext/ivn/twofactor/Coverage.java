package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.settings.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How far a site has come: who needs a second factor, who has one, who lacks one. */
public final class Coverage {
  /** How many of those who lack one are named. */
  public static final int NAMED = 10;

  private final Values settings;
  private final LoginContext login;
  private final Map<String, Count> byRole = new LinkedHashMap<>();
  private final Count everybody = new Count();
  private final List<String> missing = new ArrayList<>();
  private int disabled;
  private int exempt;
  private int safeAdministrators;

  /** Users that can log in; how many of them need a second factor; how many of those have one. */
  public static final class Count {
    private int users;
    private int required;
    private int enrolled;

    public int users() {
      return users;
    }

    public int required() {
      return required;
    }

    public int enrolled() {
      return enrolled;
    }

    public int missing() {
      return required - enrolled;
    }

    private void add(boolean isRequired, boolean isEnrolled) {
      users++;
      required += isRequired ? 1 : 0;
      enrolled += isRequired && isEnrolled ? 1 : 0;
    }
  }

  private Coverage(Values settings, LoginContext login) {
    this.settings = settings;
    this.login = login;
  }

  /** Counts everybody in {@code store}. */
  public static Coverage of(Store store, Values settings, LoginContext login) {
    Coverage coverage = new Coverage(settings, login);
    for (Role role : store.roles().all()) {
      coverage.byRole.put(role.name(), new Count());
    }
    store.users().each(coverage::add);
    return coverage;
  }

  private void add(Person person) {
    if (!person.user().enabled()) {
      disabled++;
      return;
    }
    Decision decision = Policy.decide(settings, person, login);
    boolean required = decision.required();
    exempt += decision.outcome() == Decision.Outcome.EXEMPT ? 1 : 0;
    everybody.add(required, person.enrolled());
    for (Role role : person.roles()) {
      byRole.get(role.name()).add(required, person.enrolled());
    }
    if (required && !person.enrolled() && missing.size() < NAMED) {
      missing.add(person.user().name());
    }
    boolean getsIn = !required || person.hasWayIn() || Reach.reaches(settings, person.user());
    safeAdministrators += person.administrator() && getsIn ? 1 : 0;
  }

  public Count everybody() {
    return everybody;
  }

  public Map<String, Count> byRole() {
    return byRole;
  }

  /** The first {@link #NAMED} of those who need a second factor and lack one, by name. */
  public List<String> missing() {
    return missing;
  }

  /** Users who are kept from logging in; no other count holds them. */
  public int disabled() {
    return disabled;
  }

  /** Who would need a second factor but for an exemption or a grace period. */
  public int exempt() {
    return exempt;
  }

  /** Administrators who could log in now. */
  public int safeAdministrators() {
    return safeAdministrators;
  }
}
