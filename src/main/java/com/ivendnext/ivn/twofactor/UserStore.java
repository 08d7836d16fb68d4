package com.ivendnext.ivn.twofactor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Port: users and the roles granted to them. */
public interface UserStore {
  Optional<Person> find(String name);

  void add(User user);

  /** Writes what may change of a user: everything but name and time of creation. */
  void update(User user);

  /** Removes the user with grants and authenticators. */
  void remove(String name);

  /** Does nothing where the role is granted already. */
  void grant(String user, String role);

  /** Does nothing where the role is not granted. */
  void revoke(String user, String role);

  /** Notes that the user needs a second factor since {@code now}, unless that is noted already. */
  void requiredSince(String user, Instant now);

  /** Whoever administers the site; see {@link Person#administrator}. */
  List<Person> administrators();

  /** Whether there is nobody but the Administrator. */
  boolean onlyAdministrator();

  /** Everybody whose name comes after {@code name}, by name, at most {@code limit}. */
  List<Person> after(String name, int limit);

  /** Hands everybody on by name, one at a time, whatever their number. */
  void each(Consumer<Person> reader);
}
