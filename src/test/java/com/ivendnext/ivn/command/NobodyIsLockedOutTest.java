package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess;
import com.ivendnext.ivn.InProcess.Outcome;
import com.ivendnext.ivn.cli.Context;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.site.Bench;
import com.ivendnext.ivn.site.Site;
import com.ivendnext.ivn.terminal.Terminal;
import com.ivendnext.ivn.twofactor.LoginContext;
import com.ivendnext.ivn.twofactor.Person;
import com.ivendnext.ivn.twofactor.Policy;
import com.ivendnext.ivn.twofactor.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No sequence of administrators' commands without {@code --force} ends with all administrators of a
 * site shut out. The sequences are random and the same in every run.
 */
class NobodyIsLockedOutTest {
  private static final int SEQUENCES = 300;
  private static final int COMMANDS = 25;
  private static final String ON = "set-config enable_two_factor_auth true";
  private static final Instant FAR_OFF = Instant.parse("2126-01-01T00:00:00Z");

  @TempDir Path directory;

  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicInteger changes = new AtomicInteger();

  /** Sites with users on which some administrator can log in, each in another way. */
  private List<Path> beginnings() {
    return List.of(
        beginning("off"),
        beginning("unticked", "role disable-2fa All", ON),
        beginning(
            "auditors",
            "role disable-2fa All",
            "role add Auditor",
            "role enable-2fa Auditor",
            ON,
            "user disable Administrator"),
        beginning("administrator", "recovery generate Administrator", ON),
        beginning("manager", "recovery generate anna@example.com", ON),
        beginning(
            "manager-only",
            "recovery generate anna@example.com",
            ON,
            "user disable Administrator",
            "user add bert@example.com"));
  }

  private Path beginning(String name, String... steps) {
    MySite site = MySite.in(makeDirectory(name));
    site.ok("user", "add", "anna@example.com", "--grant", "System Manager");
    for (String step : steps) {
      site.ok(step.split(" "));
    }
    return site.bench;
  }

  private Path makeDirectory(String name) {
    try {
      return Files.createDirectory(directory.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatever_administrators_do() {
    List<Path> beginnings = beginnings();
    IntStream.range(0, SEQUENCES)
        .parallel()
        .forEach(seed -> play(copy(beginnings.get(seed % beginnings.size()), seed), seed));
    assertTrue(refusals.get() > 100, "only " + refusals + " commands were refused");
    assertTrue(changes.get() > SEQUENCES * COMMANDS / 2, "only " + changes + " succeeded");
  }

  private Path copy(Path bench, int number) {
    Path copy = directory.resolve(String.valueOf(number));
    try (Stream<Path> files = Files.walk(bench)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(bench.relativize(file)));
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void play(Path bench, int seed) {
    RandomAdministrator administrator = new RandomAdministrator(bench, seed);
    Site site = new Bench(bench).site(MySite.NAME);
    try (Store store = open(site, administrator.shell)) {
      View view = new View(store, site);
      assertTrue(view.someoneGetsIn(null), "nobody gets in at the beginning");
      boolean settingUp = false;
      for (int i = 0; i < COMMANDS; i++) {
        administrator.rest();
        Instant now = administrator.shell.clock.instant();
        boolean gotInToday = view.someoneGetsIn(now);
        settingUp |= view.beingSetUp();
        Outcome outcome = administrator.act();
        count(outcome);
        Supplier<String> story = () -> "sequence " + seed + ":\n" + administrator.history();
        assertNotEquals(1, outcome.status(), story);
        assertTrue(view.someoneIsEnabled(), story);
        settingUp &= !view.someoneGetsIn(null);
        assertTrue(settingUp || view.someoneGetsIn(null), story);
        assertTrue(settingUp || !gotInToday || view.someoneGetsIn(now), story);
      }
    }
  }

  private void count(Outcome outcome) {
    refusals.addAndGet(outcome.err().contains("shut every administrator out") ? 1 : 0);
    changes.addAndGet(outcome.status() == 0 ? 1 : 0);
  }

  private static Store open(Site site, InProcess shell) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    Context context =
        shell.context(Terminal.on(InputStream.nullInputStream(), nowhere, nowhere).build());
    return context.opener().open(site, context);
  }

  /** What the policy says of the administrators of a site. */
  private record View(Store store, Site site) {

    boolean someoneIsEnabled() {
      return store.users().administrators().stream().anyMatch(person -> person.user().enabled());
    }

    /** There the switch simply works; and whoever is added then is added to such a site. */
    boolean beingSetUp() {
      Person administrator = store.users().find("Administrator").orElseThrow();
      return store.users().onlyAdministrator() && !administrator.hasWayIn();
    }

    /** Whether one is enabled and not asked, or has a way in: at a time, or once all leave ends. */
    boolean someoneGetsIn(Instant now) {
      Values settings = site.merged().typed();
      List<Person> whoGetIn = new ArrayList<>();
      store
          .users()
          .each(
              person -> {
                if (getsIn(settings, person, now)) {
                  whoGetIn.add(person);
                }
              });
      return !whoGetIn.isEmpty();
    }

    private static boolean getsIn(Values settings, Person person, Instant now) {
      return person.user().enabled()
          && person.administrator()
          && (person.enrolled() || person.recoverable() || !asked(settings, person, now));
    }

    private static boolean asked(Values settings, Person person, Instant now) {
      Person withoutLeave =
          new Person(person.user(), person.roles(), false, false, null, Instant.EPOCH);
      LoginContext login = LoginContext.interactive(now == null ? FAR_OFF : now);
      return Policy.decide(settings, now == null ? withoutLeave : person, login).required();
    }
  }
}
