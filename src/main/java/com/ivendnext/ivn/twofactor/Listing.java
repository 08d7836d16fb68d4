package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.settings.Values;
import java.util.List;
import java.util.function.Consumer;

/** Users as people list them. */
public final class Listing {
  private final Store store;
  private final Values settings;
  private final LoginContext login;

  public Listing(Store store, Values settings, LoginContext login) {
    this.store = store;
    this.settings = settings;
    this.login = login;
  }

  /**
   * Whom to list; a user must fit all that is asked.
   *
   * @param role null for any
   * @param required needs a second factor
   * @param enrolled has an active authenticator
   * @param unenrolled has none
   * @param disabled is kept from logging in
   */
  public record Filter(
      String role, boolean required, boolean enrolled, boolean unenrolled, boolean disabled) {}

  /** A line of the list. */
  public record Entry(
      String name,
      String fullName,
      String type,
      boolean enabled,
      boolean required,
      boolean enrolled,
      List<String> roles) {}

  /**
   * Hands on whoever fits, by name, one at a time.
   *
   * @throws com.ivendnext.ivn.Failure not found: no such role; data: a damaged setting
   */
  public Consumer<Consumer<Entry>> of(Filter filter) {
    Policy.requireReadable(settings);
    if (filter.role() != null) {
      new Roles(store).find(filter.role());
    }
    return reader ->
        store
            .users()
            .each(
                person -> {
                  Entry entry = entry(person);
                  if (fits(filter, entry)) {
                    reader.accept(entry);
                  }
                });
  }

  private Entry entry(Person person) {
    User user = person.user();
    boolean required = user.enabled() && Policy.decide(settings, person, login).required();
    return new Entry(
        user.name(),
        user.fullName(),
        user.type().label(),
        user.enabled(),
        required,
        person.enrolled(),
        person.roles().stream().map(Role::name).toList());
  }

  private static boolean fits(Filter filter, Entry entry) {
    return (filter.role() == null || entry.roles().contains(filter.role()))
        && (!filter.required() || entry.required())
        && (!filter.enrolled() || entry.enrolled())
        && (!filter.unenrolled() || !entry.enrolled())
        && (!filter.disabled() || !entry.enabled());
  }
}
