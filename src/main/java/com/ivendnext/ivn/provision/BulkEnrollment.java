package com.ivendnext.ivn.provision;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.Enrollment;
import com.ivendnext.ivn.twofactor.LoginContext;
import com.ivendnext.ivn.twofactor.Person;
import com.ivendnext.ivn.twofactor.Policy;
import com.ivendnext.ivn.twofactor.Roles;
import com.ivendnext.ivn.twofactor.Store;
import com.ivendnext.ivn.twofactor.UserName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Makes pending authenticators for many users, a page at a time: each page is one transaction, and
 * is handed over before the next begins, so memory does not grow with their number. Whoever has an
 * active authenticator is left alone, and a pending one is offered again, so that a run can be
 * repeated.
 */
public final class BulkEnrollment {
  private static final int PAGE = 500;

  /** So many users whom a file names and the site lacks are told by name. */
  private static final int UNKNOWN_TOLD = 1000;

  private final Store store;
  private final Values settings;
  private final LoginContext login;
  private final Enrollment enrollment;

  public BulkEnrollment(Store store, Values settings, LoginContext login, Enrollment enrollment) {
    this.store = store;
    this.settings = settings;
    this.login = login;
    this.enrollment = enrollment;
  }

  /** A user with what to show that user. */
  public record Card(Person person, Enrollment.Offer offer) {}

  /** Gets what is made; how many of it were not issued before. */
  public interface Issuer {
    int issue(List<Card> cards);
  }

  /**
   * What was done.
   *
   * @param issued handed over now
   * @param before handed over by an earlier run
   * @param enrolled had an active authenticator already
   * @param disabled are kept from logging in
   * @param unknown whom the file names and the site lacks
   */
  public record Counts(
      long issued, long before, long enrolled, long disabled, List<String> unknown) {}

  /** Who is meant, a page at a time. */
  public interface People {
    void pages(PageReader reader);
  }

  /** Takes a page; may be empty. */
  public interface PageReader {
    /**
     * @param looked at how many users were looked at for it
     * @param unknown names that nobody has
     */
    void read(List<Person> page, int looked, List<String> unknown);
  }

  /**
   * Whoever has a role, or lacks an authenticator and needs one, or both.
   *
   * @param role null for any
   * @throws Failure not found: no such role; data: a damaged setting
   */
  public People among(String role, boolean missing) {
    Policy.requireReadable(settings);
    if (role != null) {
      new Roles(store).find(role);
    }
    return reader -> {
      List<Person> page = store.users().after("", PAGE);
      while (!page.isEmpty()) {
        reader.read(
            page.stream().filter(person -> fits(person, role, missing)).toList(),
            page.size(),
            List.of());
        page = store.users().after(page.get(page.size() - 1).user().name(), PAGE);
      }
    };
  }

  private boolean fits(Person person, String role, boolean missing) {
    return (role == null || person.has(role))
        && (!missing || Policy.decide(settings, person, login).required());
  }

  /**
   * Whom the first column of a CSV file names; a first line that is neither a user nor an e-mail
   * address is a heading.
   */
  public People named(TextLines lines) {
    return reader -> {
      for (boolean more = true; more; ) {
        more = page(lines, reader);
      }
    };
  }

  private boolean page(TextLines lines, PageReader reader) {
    List<Person> page = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    int looked = 0;
    String line = lines.next();
    while (line != null) {
      String typed = CsvRow.first(line);
      String name = UserName.canonical(typed);
      Optional<Person> found = store.users().find(name);
      found.ifPresent(page::add);
      boolean heading = lines.number() == 1 && name.indexOf('@') < 0;
      if (found.isEmpty() && !typed.isBlank() && !heading) {
        unknown.add(name);
      }
      looked++;
      line = page.size() + unknown.size() < PAGE ? lines.next() : null;
    }
    reader.read(page, looked, unknown);
    return page.size() + unknown.size() >= PAGE;
  }

  /** How many users {@link #among} looks at. */
  public long all() {
    long[] count = {0};
    store.users().each(person -> count[0]++);
    return count[0];
  }

  /**
   * Makes an authenticator of that label for each of {@code people} and hands it to {@code issuer}.
   *
   * @param progress is told how many users were looked at, again and again
   * @throws Failure what {@code issuer} throws: the pages before it stay issued
   */
  public Counts run(People people, String label, Issuer issuer, LongConsumer progress) {
    long[] counts = new long[4];
    List<String> unknown = new ArrayList<>();
    people.pages(
        (page, looked, nobody) -> {
          nobody.stream().limit(UNKNOWN_TOLD - unknown.size()).forEach(unknown::add);
          List<Card> cards = begin(page, label, counts);
          int issued = cards.isEmpty() ? 0 : issuer.issue(cards);
          counts[0] += issued;
          counts[1] += cards.size() - issued;
          progress.accept(looked);
        });
    return new Counts(counts[0], counts[1], counts[2], counts[3], unknown);
  }

  private List<Card> begin(List<Person> page, String label, long[] counts) {
    List<Person> wanted = new ArrayList<>();
    for (Person person : page) {
      if (!person.user().enabled()) {
        counts[3]++;
      } else if (person.enrolled()) {
        counts[2]++;
      } else {
        wanted.add(person);
      }
    }
    if (wanted.isEmpty()) {
      return List.of();
    }
    return store.write(
        () -> {
          List<Card> cards = new ArrayList<>();
          for (Person person : wanted) {
            Enrollment.Request request =
                Enrollment.Request.app(person.user().name(), label, null, false);
            cards.add(new Card(person, enrollment.begin(request)));
          }
          return cards;
        });
  }
}
