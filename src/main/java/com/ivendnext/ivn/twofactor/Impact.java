package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.settings.Method;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.settings.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Whom a change affects, and whether each of them could log in: whoever needs a second factor and
 * did not, whose exemption or grace period it ends, or whose way to get a code it closes.
 */
public final class Impact {
  private final Store store;
  private final LoginContext login;

  public Impact(Store store, LoginContext login) {
    this.store = store;
    this.login = login;
  }

  /** What somebody who needs a second factor has. */
  public enum Standing {
    ENROLLED("has an authenticator"),
    RECOVERY_CODES("has recovery codes only"),
    MUST_ENROLL("must enroll first"),
    SENT_CODES("gets codes by mail or SMS"),
    NO_WAY("cannot log in: no code can be sent");

    private final String words;

    Standing(String words) {
      this.words = words;
    }

    /** For a table. */
    public String words() {
      return words;
    }
  }

  /** Somebody who did not need a second factor before. */
  public record Affected(String user, boolean administrator, Standing standing) {}

  /** Whom the step from one config to the other affects. */
  public List<Affected> of(Values before, Values after) {
    return of(before, after, UnaryOperator.identity());
  }

  /** The one person, if a change from {@code before} to {@code after} affects that person. */
  public List<Affected> of(Values settings, Person before, Person after) {
    return affects(settings, settings, before, after)
        ? List.of(affected(settings, after))
        : List.of();
  }

  private boolean affects(Values before, Values after, Person person, Person changed) {
    boolean newly = !required(before, person) && required(after, changed);
    boolean leaveEnds = !requiredNow(before, person) && requiredNow(after, changed);
    boolean wayCloses =
        required(after, changed)
            && standing(after, changed) == Standing.NO_WAY
            && standing(before, person) != Standing.NO_WAY;
    return newly || leaveEnds || wayCloses;
  }

  /**
   * Whom a change affects.
   *
   * @param change what becomes of each person
   */
  public List<Affected> of(Values before, Values after, UnaryOperator<Person> change) {
    List<Affected> affected = new ArrayList<>();
    store
        .users()
        .each(
            person -> {
              Person changed = change.apply(person);
              if (changed.user().enabled() && affects(before, after, person, changed)) {
                affected.add(affected(after, changed));
              }
            });
    return affected;
  }

  /** Notes when a grace period begins for those whom a change makes use a second factor. */
  public void begin(List<Affected> affected, Instant now) {
    for (Affected person : affected) {
      store.users().requiredSince(person.user(), now);
    }
  }

  /** Adds somebody, and notes when a grace period begins if that person needs a second factor. */
  public Person begin(Values settings, Supplier<Person> addition) {
    return store.write(
        () -> {
          Person added = addition.get();
          if (required(settings, added)) {
            store.users().requiredSince(added.user().name(), login.now());
          }
          return added;
        });
  }

  private boolean required(Values settings, Person person) {
    return requiredNow(settings, person.withoutLeave());
  }

  private boolean requiredNow(Values settings, Person person) {
    return Policy.decide(settings, person, login).required();
  }

  private static Affected affected(Values settings, Person person) {
    return new Affected(person.user().name(), person.administrator(), standing(settings, person));
  }

  private static Standing standing(Values settings, Person person) {
    if (person.enrolled()) {
      return Standing.ENROLLED;
    }
    if (person.recoverable()) {
      return Standing.RECOVERY_CODES;
    }
    if (settings.get(Settings.TWO_FACTOR_METHOD) == Method.OTP_APP) {
      return Standing.MUST_ENROLL;
    }
    return Reach.reaches(settings, person.user()) ? Standing.SENT_CODES : Standing.NO_WAY;
  }
}
