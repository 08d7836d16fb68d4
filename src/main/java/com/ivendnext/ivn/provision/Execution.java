package com.ivendnext.ivn.provision;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.provision.Change.Field;
import com.ivendnext.ivn.provision.Change.Kind;
import com.ivendnext.ivn.provision.Change.Sign;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.Accounts;
import com.ivendnext.ivn.twofactor.Enrollment;
import com.ivendnext.ivn.twofactor.Impact;
import com.ivendnext.ivn.twofactor.Leave;
import com.ivendnext.ivn.twofactor.LoginContext;
import com.ivendnext.ivn.twofactor.Roles;
import com.ivendnext.ivn.twofactor.Store;
import com.ivendnext.ivn.twofactor.User;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Does in the store what a plan says, inside a transaction. */
final class Execution {
  private static final Set<String> OF_THE_USER =
      Set.of(
          UserFields.FULL_NAME,
          UserFields.TYPE,
          UserFields.EMAIL,
          UserFields.MOBILE,
          UserFields.RESTRICT_IP);

  private final Store store;
  private final Values settings;
  private final Accounts accounts;
  private final Roles roles;
  private final Enrollment enrollment;
  private final Leave leave;
  private final Impact impact;

  /**
   * @param settings those that are to be
   */
  Execution(Store store, Values settings, Clock clock, Supplier<SecureRandom> random) {
    this.store = store;
    this.settings = settings;
    accounts = new Accounts(store, clock);
    roles = new Roles(store);
    enrollment = new Enrollment(store, settings, clock, random);
    leave = new Leave(store, settings, clock);
    impact = new Impact(store, LoginContext.interactive(clock.instant()));
  }

  /**
   * Roles come before the users who get them, and go after those who had them.
   *
   * @throws Failure (data) that names the place in the file when something cannot be done
   */
  void run(Plan plan) {
    each(plan, Kind.SETTING, false, this::setting);
    each(plan, Kind.ROLE, false, this::role);
    each(plan, Kind.USER, false, this::user);
    each(plan, Kind.USER, true, change -> accounts.remove(change.name()));
    each(plan, Kind.ROLE, true, change -> roles.remove(change.name()));
  }

  private interface Step {
    void run(Change change);
  }

  private static void each(Plan plan, Kind kind, boolean removals, Step step) {
    for (Change change : plan.of(kind)) {
      boolean removal = change.sign() == Sign.REMOVE && kind != Kind.SETTING;
      if (removal == removals) {
        run(step, change);
      }
    }
  }

  private static void run(Step step, Change change) {
    try {
      step.run(change);
    } catch (Failure failure) {
      switch (failure.kind()) {
        case USAGE, NOT_FOUND, REFUSED ->
            throw Failure.data(change.pointer() + ": " + failure.getMessage())
                .hint(failure.hint())
                .detail("pointer", change.pointer());
        default -> throw failure;
      }
    }
  }

  /** The config itself is written elsewhere. */
  private void setting(Change change) {
    Field value = change.fields().get(0);
    String shown =
        value.secret() && value.after() != null ? "hidden" : String.valueOf(value.after());
    store.record(Event.of("set-config", change.name()).detail(shown));
  }

  private void role(Change change) {
    if (change.sign() == Sign.ADD) {
      roles.add(change.name());
    }
    roles.tick(change.name(), (Boolean) change.values().get(State.TWO_FACTOR));
  }

  private void user(Change change) {
    Map<String, Object> values = change.values();
    String name = change.name();
    if (change.sign() == Sign.ADD) {
      impact.begin(settings, () -> accounts.add(draft(name, values)));
      values.keySet().removeIf(field -> values.get(field) != null && OF_THE_USER.contains(field));
      values.remove(UserFields.ROLES);
    }
    if (values.keySet().stream().anyMatch(OF_THE_USER::contains)) {
      User user = accounts.find(name).user();
      accounts.change(UserFields.applied(user, values).withEnabled(user.enabled()));
    }
    if (values.containsKey(UserFields.ENABLED)) {
      accounts.enable(name, (Boolean) values.get(UserFields.ENABLED));
    }
    if (values.containsKey(UserFields.ROLES)) {
      grant(change);
    }
    access(name, values);
  }

  private static Accounts.Draft draft(String name, Map<String, Object> values) {
    return new Accounts.Draft(
        name,
        (String) values.get(UserFields.FULL_NAME),
        UserFields.type(values.get(UserFields.TYPE)),
        (String) values.get(UserFields.EMAIL),
        (String) values.get(UserFields.MOBILE),
        (String) values.get(UserFields.RESTRICT_IP),
        UserFields.roles(values.getOrDefault(UserFields.ROLES, List.of())));
  }

  private void grant(Change change) {
    List<String> granted = UserFields.roles(change.values().get(UserFields.ROLES));
    List<String> before = UserFields.granted(accounts.find(change.name()));
    accounts.grant(change.name(), without(granted, before));
    accounts.revoke(change.name(), without(before, granted));
  }

  private static List<String> without(List<String> roles, List<String> others) {
    List<String> rest = new ArrayList<>(roles);
    rest.removeAll(others);
    return rest;
  }

  /** Authenticator and exemption. */
  private void access(String user, Map<String, Object> values) {
    if (Boolean.TRUE.equals(values.get(UserFields.AUTHENTICATOR))) {
      enrollment.begin(Enrollment.Request.app(user, Enrollment.USUAL_LABEL, null, false));
    }
    if (values.get(UserFields.EXEMPTION) instanceof Map<?, ?> given) {
      Instant until = Instant.parse((String) given.get(UserFields.UNTIL));
      leave.exempt(user, until, (String) given.get(UserFields.REASON));
    } else if (values.containsKey(UserFields.EXEMPTION) && store.exemptions().remove(user)) {
      store.record(Event.of("user.exempt", user).outcome("ended"));
    }
  }
}
