package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.twofactor.Authenticator;
import com.ivendnext.ivn.twofactor.Authenticator.Kind;
import com.ivendnext.ivn.twofactor.Authenticator.State;
import com.ivendnext.ivn.twofactor.AuthenticatorStore;
import com.ivendnext.ivn.twofactor.Enrollment;
import com.ivendnext.ivn.twofactor.Names;
import com.ivendnext.ivn.twofactor.RowId;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Authenticators of an entry beside those that the user has. The same secret is the same
 * authenticator, whatever its label; it is left as it is, so that no counter goes back.
 */
final class KeyMerge {
  private static final String TOKEN_LABEL = "token";

  private final AuthenticatorStore store;
  private final Instant now;
  private final Supplier<SecureRandom> random;

  /** Authenticators without a label in the file that this import has added or found again. */
  private final Set<String> unlabelled = new HashSet<>();

  KeyMerge(AuthenticatorStore store, Instant now, Supplier<SecureRandom> random) {
    this.store = store;
    this.now = now;
    this.random = random;
  }

  /** An authenticator as it is held, with its secret. */
  private record Held(Authenticator authenticator, SharedSecret secret) {}

  private record Addition(Authenticator authenticator, SharedSecret secret, boolean unlabelled) {}

  /** What is to be done. */
  record Plan(List<Addition> additions, List<Authenticator> proven, List<Authenticator> ended) {
    private Plan() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  /**
   * Finds out what is to be done; writes nothing.
   *
   * @param newcomer whether the user is new and holds nothing
   * @param conflicts to which what the user holds otherwise is added
   * @throws Failure usage, if a label cannot be one; data, if two have the same
   */
  Plan plan(EntryCheck checked, boolean newcomer, List<String> conflicts) {
    Plan plan = new Plan();
    if (checked.entry().keys().isEmpty()) {
      return plan;
    }
    List<Held> held = new ArrayList<>();
    if (!newcomer) {
      for (Authenticator authenticator : store.of(checked.name())) {
        held.add(new Held(authenticator, store.secret(authenticator)));
      }
    }
    for (Key key : checked.entry().keys()) {
      plan(checked.name(), key, held, plan, conflicts);
    }
    return plan;
  }

  private void plan(String user, Key key, List<Held> held, Plan plan, List<String> conflicts) {
    for (Held other : held) {
      if (other.secret().equals(key.secret()) && !plan.ended().contains(other.authenticator())) {
        again(key, other.authenticator(), plan, conflicts);
        return;
      }
    }
    String label = label(key, held, plan);
    Authenticator taken = labelled(held, label);
    if (taken != null && isAddition(taken, plan)) {
      throw Failure.data("there are two authenticators with the label " + Shown.of(label));
    }
    if (taken != null) {
      conflicts.add("another authenticator " + label);
      plan.ended().add(taken);
      held.removeIf(other -> other.authenticator() == taken);
    }
    Authenticator added = authenticator(user, key, label);
    plan.additions().add(new Addition(added, key.secret(), key.label() == null));
    held.add(new Held(added, key.secret()));
  }

  private void again(Key key, Authenticator held, Plan plan, List<String> conflicts) {
    if (held.kind() != key.kind()
        || held.algorithm() != key.algorithm()
        || held.digits() != key.digits()
        || held.period() != key.period()) {
      conflicts.add("other codes of authenticator " + held.label());
      plan.ended().add(held);
      plan.additions()
          .add(new Addition(authenticator(held.user(), key, held.label()), key.secret(), false));
      return;
    }
    if (key.label() == null) {
      unlabelled.add(held.id());
    }
    if (held.state() == State.PENDING && key.proven()) {
      plan.proven().add(held);
    }
  }

  /** The label of the file, or a usual one that nothing else from this file has. */
  private String label(Key key, List<Held> held, Plan plan) {
    if (key.label() != null) {
      return Names.text(key.label(), "label");
    }
    String usual = key.kind() == Kind.HOTP ? TOKEN_LABEL : Enrollment.USUAL_LABEL;
    String label = usual;
    for (int number = 2; fromThisFile(labelled(held, label), plan); number++) {
      label = usual + " " + number;
    }
    return label;
  }

  private boolean fromThisFile(Authenticator taken, Plan plan) {
    return taken != null && (isAddition(taken, plan) || unlabelled.contains(taken.id()));
  }

  private static boolean isAddition(Authenticator taken, Plan plan) {
    for (Addition addition : plan.additions()) {
      if (addition.authenticator() == taken) {
        return true;
      }
    }
    return false;
  }

  private static Authenticator labelled(List<Held> held, String label) {
    for (Held other : held) {
      if (other.authenticator().label().equals(label)) {
        return other.authenticator();
      }
    }
    return null;
  }

  private Authenticator authenticator(String user, Key key, String label) {
    return new Authenticator(
        RowId.next(random.get()),
        user,
        label,
        key.proven() ? State.ACTIVE : State.PENDING,
        key.kind(),
        key.algorithm(),
        key.digits(),
        key.period(),
        key.secret().isWeak(),
        key.counter() - 1,
        0,
        0,
        null,
        null,
        now,
        key.proven() ? now : null,
        null);
  }

  /** Does what was planned. */
  void apply(Plan plan, List<String> done) {
    for (Authenticator ended : plan.ended()) {
      store.remove(ended);
      done.add(ended.label() + " ended");
    }
    for (Addition addition : plan.additions()) {
      store.add(addition.authenticator(), addition.secret());
      if (addition.unlabelled()) {
        unlabelled.add(addition.authenticator().id());
      }
      boolean active = addition.authenticator().state() == State.ACTIVE;
      done.add(addition.authenticator().label() + (active ? " active" : " pending"));
    }
    for (Authenticator proven : plan.proven()) {
      store.update(proven.confirmed(now));
      done.add(proven.label() + " active");
    }
  }
}
