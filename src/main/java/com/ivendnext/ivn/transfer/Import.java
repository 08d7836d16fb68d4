package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.LoginContext;
import com.ivendnext.ivn.twofactor.Safeguard;
import com.ivendnext.ivn.twofactor.Store;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Takes the people of a file into a site, a thousand rows a transaction: what was counted is there
 * to stay, and the same import run again after it was cut short completes it and adds nothing
 * twice.
 */
public final class Import {
  private static final int BATCH = 1_000;

  /** A file of which everything is wrong is the wrong file. */
  private static final int MOST_REJECTS = 100_000;

  private final Store store;
  private final Values settings;
  private final LoginContext login;
  private final Supplier<SecureRandom> random;

  public Import(Store store, Values settings, LoginContext login, Supplier<SecureRandom> random) {
    this.store = store;
    this.settings = settings;
    this.login = login;
    this.random = random;
  }

  /**
   * What is wanted.
   *
   * @param createRoles whether roles that the site lacks are added; else their rows are rejected
   * @param user whose the authenticators are in a file that does not tell; or null
   * @param domain what user names without one get, after an @; or null
   * @param force takes rows although they shut every administrator out
   * @param dryRun finds out what would come of it, and undoes everything
   */
  public record Order(
      OnConflict onConflict,
      boolean createRoles,
      String user,
      String domain,
      boolean force,
      boolean dryRun) {}

  /** Hears what happens to rows, in the order of the file. */
  public interface Listener {
    /**
     * A row was not taken.
     *
     * @param head the row that has to stand before it in a file of rejects; or null
     */
    void rejected(Reject reject, String head);

    /** A row was taken, and there is something to know about it. */
    void noted(Row row, String user, String note);

    /** There is something to know about the file as a whole. */
    void remarked(String remark);
  }

  /**
   * How many rows came to what.
   *
   * @param skipped the site says something else, and was to stay
   */
  public record Totals(long added, long updated, long unchanged, long skipped, long rejected) {}

  /**
   * Reads a whole file into the site.
   *
   * @throws Failure data: the file cannot be read, or too much of it is wrong; refused: it would
   *     shut every administrator out. What was committed before stays
   */
  public Totals run(Format format, Source source, Order order, Listener listener) {
    Run run = new Run(format, order, listener);
    Supplier<Totals> work = () -> run.read(source);
    return order.dryRun() ? store.rehearse(work) : work.get();
  }

  /** A row that was read, or was not. */
  private record Item(Entry entry, Reject reject) {}

  private final class Run {
    private final Format format;
    private final Order order;
    private final Listener listener;
    private final Merge merge;
    private final List<Item> batch = new ArrayList<>();
    private final long[] counts = new long[Merge.Outcome.values().length];
    private final Intake intake;
    private long rejected;

    Run(Format format, Order order, Listener listener) {
      this.format = format;
      this.order = order;
      this.listener = listener;
      this.merge = new Merge(store, settings, login, random);
      this.intake =
          new Intake(
              entry -> add(new Item(entry, null)),
              reject -> add(new Item(null, reject)),
              listener::remarked);
    }

    Totals read(Source source) {
      try {
        source.read(format, intake);
      } finally {
        // rows before the place where a file breaks off are taken all the same
        flush();
      }
      return new Totals(
          counts[Merge.Outcome.ADDED.ordinal()],
          counts[Merge.Outcome.UPDATED.ordinal()],
          counts[Merge.Outcome.UNCHANGED.ordinal()],
          counts[Merge.Outcome.SKIPPED.ordinal()],
          rejected);
    }

    private void add(Item item) {
      batch.add(item);
      if (batch.size() == BATCH) {
        flush();
      }
    }

    private void flush() {
      List<Item> items = List.copyOf(batch);
      batch.clear();
      if (!items.isEmpty()) {
        new Safeguard(store, login)
            .protect(
                settings,
                order.force(),
                () -> {
                  merge.begin();
                  items.forEach(this::take);
                  return null;
                });
      }
      if (rejected >= MOST_REJECTS) {
        throw Failure.data(rejected + " rows were rejected, the rest was not read")
            .hint("--as FORMAT says what kind of file it is, if it was guessed wrong");
      }
    }

    private void take(Item item) {
      if (item.reject() != null) {
        reject(item.reject());
        return;
      }
      EntryCheck checked;
      Merge.Change change;
      try {
        checked = new EntryCheck(item.entry(), order, merge.roles());
        change = merge.plan(checked, order.onConflict());
      } catch (Failure flaw) {
        reject(new Reject(item.entry().row(), item.entry().user(), flaw.getMessage()));
        return;
      }
      // what fails from here on fails the transaction
      Merge.Outcome outcome =
          change == null ? Merge.Outcome.SKIPPED : merge.apply(change, format.name());
      counts[outcome.ordinal()]++;
      for (String note : checked.notes()) {
        listener.noted(item.entry().row(), checked.name(), note);
      }
    }

    private void reject(Reject reject) {
      listener.rejected(reject, intake.head());
      rejected++;
    }
  }
}
