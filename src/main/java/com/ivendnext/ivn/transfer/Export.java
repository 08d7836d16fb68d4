package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.Authenticator;
import com.ivendnext.ivn.twofactor.Authenticator.State;
import com.ivendnext.ivn.twofactor.BuiltInRole;
import com.ivendnext.ivn.twofactor.Person;
import com.ivendnext.ivn.twofactor.Role;
import com.ivendnext.ivn.twofactor.Roles;
import com.ivendnext.ivn.twofactor.Store;
import com.ivendnext.ivn.twofactor.User;
import com.ivendnext.ivn.twofactor.UserName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes the people of a site into a file, one by one. Recovery codes stay: only hashes are kept.
 */
public final class Export {
  private final Store store;
  private final Values settings;

  public Export(Store store, Values settings) {
    this.store = store;
    this.settings = settings;
  }

  /**
   * Who and what.
   *
   * @param role only who has it; null for everybody
   * @param users only these; empty for everybody
   * @param secrets whether shared secrets and password hashes go with them
   */
  public record Order(String role, Set<String> users, boolean secrets) {

    /** With user names as people type them. */
    public Order {
      Set<String> canonical = new LinkedHashSet<>();
      users.forEach(user -> canonical.add(UserName.canonical(user)));
      users = canonical;
    }
  }

  /**
   * How many were written.
   *
   * @param leftOut people whom the format cannot carry
   */
  public record Totals(long users, long authenticators, long leftOut) {}

  /**
   * Makes sure that the order can be carried out, before anything is.
   *
   * @throws Failure not found: no such role or user; usage: the format cannot be written, not so,
   *     or not without secrets
   */
  public void check(Format format, Order order, Secrets secrets) {
    if (!format.writable()) {
      throw Failure.usage("format " + format.name() + " can be read, not written");
    }
    if ((secrets.hasPassphrase() || secrets.hasKey()) && !format.encrypts(secrets)) {
      throw Failure.usage("a file of format " + format.name() + " cannot be encrypted so")
          .hint("--as pskc can be, and gpg encrypts any file");
    }
    if (order.role() != null) {
      new Roles(store).find(order.role());
    }
    for (String user : order.users()) {
      store
          .users()
          .find(user)
          .orElseThrow(() -> Failure.notFound("there is no user " + Shown.of(user)));
    }
    if (order.users().size() != 1 && !format.carries().contains(Part.USER)) {
      throw Failure.usage("a file of format " + format.name() + " is one user's")
          .hint("--user USER says whose");
    }
    if (!order.secrets() && !format.carries().contains(Part.PROFILE)) {
      throw Failure.usage("format " + format.name() + " carries nothing but secrets");
    }
  }

  /**
   * Writes the file.
   *
   * @param leftOut hears of everybody whom the format cannot carry
   * @throws Failure data, where it cannot be written
   */
  public Totals run(Format format, Target target, Order order, Consumer<Reject> leftOut) {
    try {
      Run run = new Run(format, order, format.writer(target), leftOut);
      store.users().each(run::take);
      run.writer.finish();
      record(format, order, run);
      return new Totals(run.users, run.keys, run.leftOutCount);
    } catch (UncheckedIOException e) {
      throw unwritable(e.getCause());
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static Failure unwritable(IOException e) {
    return Failure.data("cannot write the file: " + e.getMessage()).cause(e);
  }

  private void record(Format format, Order order, Run run) {
    store.write(
        () -> {
          String what = order.secrets() ? run.keys + " secrets" : "no secrets";
          String whom = order.users().size() == 1 ? order.users().iterator().next() : "all";
          store.record(
              Event.of("user.export", order.role() == null ? whom : "role " + order.role())
                  .detail(format.name() + ": " + run.users + " users, " + what));
          return null;
        });
  }

  private final class Run {
    private final Set<Part> parts;
    private final Order order;
    private final EntryWriter writer;
    private final Consumer<Reject> leftOut;
    private long users;
    private long keys;
    private long leftOutCount;

    Run(Format format, Order order, EntryWriter writer, Consumer<Reject> leftOut) {
      this.parts = format.carries();
      this.order = order;
      this.writer = writer;
      this.leftOut = leftOut;
    }

    void take(Person person) {
      if (!order.users().isEmpty() && !order.users().contains(person.user().name())
          || order.role() != null && !person.has(order.role())) {
        return;
      }
      Entry entry = entry(person);
      if (!entry.keys().isEmpty() || parts.contains(Part.PROFILE)) {
        write(entry);
      }
    }

    private void write(Entry entry) {
      try {
        writer.write(entry);
        users++;
        keys += entry.keys().size();
      } catch (Failure cannot) {
        leftOutCount++;
        leftOut.accept(new Reject(entry.row(), entry.user(), cannot.getMessage()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private Entry entry(Person person) {
      User user = person.user();
      Entry.Builder entry = Entry.at(Row.of(users + leftOutCount + 1)).user(user.name());
      entry.fullName(user.fullName()).email(user.email()).mobileNo(user.mobileNo());
      entry.type(user.type()).enabled(user.enabled());
      for (Role role : person.roles()) {
        if (BuiltInRole.named(role.name()).map(BuiltInRole::automatic).isEmpty()) {
          entry.role(role.name());
        }
      }
      if (order.secrets()) {
        addSecrets(user.name(), entry);
      }
      return entry.build();
    }

    private void addSecrets(String user, Entry.Builder entry) {
      if (parts.contains(Part.PASSWORDS)) {
        store.passwords().find(user).ifPresent(held -> entry.passwordHash(held.hash().text()));
      }
      for (Authenticator held : store.authenticators().of(user)) {
        boolean pending = held.state() == State.PENDING && parts.contains(Part.PENDING);
        if (held.state() == State.ACTIVE || pending) {
          entry.key(key(held));
        }
      }
    }

    private Key key(Authenticator held) {
      return new Key(
          held.kind(),
          settings.get(Settings.OTP_ISSUER_NAME),
          held.label(),
          store.authenticators().secret(held),
          held.algorithm(),
          held.digits(),
          held.period(),
          held.lastFactor() + 1,
          held.state() == State.ACTIVE);
    }
  }
}
