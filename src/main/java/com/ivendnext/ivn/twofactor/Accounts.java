package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.Event;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/** The users of a site and the roles granted to them. */
public final class Accounts {
  private final Store store;
  private final Clock clock;

  public Accounts(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * A user to be.
   *
   * @param fullName a name for people; the user name where null
   * @param roles granted from the start
   */
  public record Draft(
      String name,
      String fullName,
      UserType type,
      String email,
      String mobileNo,
      String restrictIp,
      List<String> roles) {}

  /**
   * The user whom {@code typedName} names.
   *
   * @throws Failure (not found) where there is none
   */
  public Person find(String typedName) {
    String name = UserName.canonical(typedName);
    return store
        .users()
        .find(name)
        .orElseThrow(
            () ->
                Failure.notFound("there is no user " + Names.shortened(name))
                    .hint("ivn user list shows who there is"));
  }

  /**
   * Adds a user with roles, all or nothing.
   *
   * @throws Failure usage: the name, the mailbox or the number cannot be one, or an address cannot
   *     be read; refused: the user exists, or a role cannot be granted; not found: no such role
   */
  public Person add(Draft draft) {
    String name = UserName.forNewUser(draft.name());
    String fullName = Names.text(draft.fullName() == null ? name : draft.fullName(), "full name");
    String email = draft.email() == null ? name : mailbox(draft.email());
    String mobileNo = draft.mobileNo() == null ? null : Names.text(draft.mobileNo(), "number");
    if (draft.restrictIp() != null) {
      AddressList.requireReadable(draft.restrictIp());
    }
    return store.write(
        () -> {
          if (store.users().find(name).isPresent()) {
            throw Failure.refused("user " + name + " exists already");
          }
          store
              .users()
              .add(
                  new User(
                      name,
                      fullName,
                      draft.type(),
                      true,
                      email,
                      mobileNo,
                      draft.restrictIp(),
                      clock.instant()));
          store.record(Event.of("user.add", name).detail(draft.type().label()));
          grantAll(name, draft.roles());
          return find(name);
        });
  }

  /**
   * A mailbox as it is kept.
   *
   * @throws Failure usage, where it cannot be one
   */
  public static String mailbox(String typed) {
    String mailbox = Names.text(typed, "mailbox");
    int at = mailbox.indexOf('@');
    if (at < 1 || at == mailbox.length() - 1) {
      throw Failure.usage("a mailbox is written name@example.com");
    }
    return mailbox;
  }

  /**
   * Changes what may change of a user, but for the roles.
   *
   * @param changed the user as it is to be; the name says who, and the time of creation stays
   * @return the user afterwards
   * @throws Failure not found: no such user; usage: an address cannot be read, or the full name,
   *     the mailbox or the number cannot be one
   */
  public Person change(User changed) {
    String fullName = Names.text(changed.fullName(), "full name");
    String email = changed.email() == null ? null : mailbox(changed.email());
    String mobileNo = changed.mobileNo() == null ? null : Names.text(changed.mobileNo(), "number");
    if (changed.restrictIp() != null) {
      AddressList.requireReadable(changed.restrictIp());
    }
    return store.write(
        () -> {
          User user = find(changed.name()).user();
          store
              .users()
              .update(
                  new User(
                      user.name(),
                      fullName,
                      changed.type(),
                      changed.enabled(),
                      email,
                      mobileNo,
                      changed.restrictIp(),
                      user.createdAt()));
          store.record(Event.of("user.change", user.name()));
          return find(user.name());
        });
  }

  /**
   * Removes a user with everything that belongs to it.
   *
   * @throws Failure not found: no such user; refused: the Administrator, whom a site cannot lack
   */
  public Person remove(String typedName) {
    return store.write(
        () -> {
          Person person = removable(typedName);
          store.users().remove(person.user().name());
          store.record(Event.of("user.remove", person.user().name()));
          return person;
        });
  }

  /**
   * A user whom {@link #remove} would remove.
   *
   * @throws Failure as that
   */
  public Person removable(String typedName) {
    Person person = find(typedName);
    if (person.user().name().equals(UserName.ADMINISTRATOR)) {
      throw Failure.refused("the Administrator cannot be removed")
          .hint("ivn user disable Administrator keeps that account from logging in");
    }
    return person;
  }

  /** Lets a user log in or not; true if that is a change. */
  public boolean enable(String typedName, boolean enabled) {
    return store.write(
        () -> {
          User user = find(typedName).user();
          if (user.enabled() == enabled) {
            return false;
          }
          store.users().update(user.withEnabled(enabled));
          if (!enabled) {
            store.pendingLogins().removeOf(user.name());
            store.sessions().removeOf(user.name());
          }
          store.record(Event.of(enabled ? "user.enable" : "user.disable", user.name()));
          return true;
        });
  }

  /**
   * Grants roles, all or none.
   *
   * @return the user afterwards
   * @throws Failure not found: no such user or role; refused: a role that comes by itself
   */
  public Person grant(String typedName, Collection<String> roles) {
    return store.write(
        () -> {
          String name = find(typedName).user().name();
          grantAll(name, roles);
          return find(name);
        });
  }

  /** Takes roles back, all or none; one that was not granted is no error. */
  public Person revoke(String typedName, Collection<String> roles) {
    return store.write(
        () -> {
          String name = find(typedName).user().name();
          for (String role : roles) {
            store.users().revoke(name, grantable(role));
            store.record(Event.of("user.revoke", name).detail(role));
          }
          return find(name);
        });
  }

  private void grantAll(String user, Collection<String> roles) {
    for (String role : roles) {
      store.users().grant(user, grantable(role));
      store.record(Event.of("user.grant", user).detail(role));
    }
  }

  private String grantable(String role) {
    new Roles(store).find(role);
    BuiltInRole.named(role)
        .map(BuiltInRole::automatic)
        .ifPresent(
            automatic -> {
              throw Failure.refused("role " + role + " is not granted: " + automatic);
            });
    return role;
  }
}
