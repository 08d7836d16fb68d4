package com.ivendnext.ivn.audit;

import com.ivendnext.ivn.audit.AuditHead.Head;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** Appends to the chain. */
public final class AuditLog {
  private final AuditStore store;
  private final AuditHead head;
  private final LongFunction<byte[]> key;
  private final Supplier<Actor> actor;
  private final Clock clock;
  private final List<AuditRecord> appended = new ArrayList<>();
  private AuditForwarding forwarding = AuditForwarding.NONE;
  private Actor acting;

  /** Where a chain lives and what binds it. */
  public record Chain(AuditStore store, AuditHead head, LongFunction<byte[]> key) {}

  /**
   * @param chain store, head and the 32 byte key of the HMAC of each record, by its number
   * @param actor who acts, unless {@link #actAs} says; asked for each record
   */
  public AuditLog(Chain chain, Supplier<Actor> actor, Clock clock) {
    this.store = chain.store();
    this.head = chain.head();
    this.key = chain.key();
    this.actor = actor;
    this.clock = clock;
  }

  /** Sends every record to {@code another} place too, once it is durable. */
  public AuditLog forwardingTo(AuditForwarding another) {
    forwarding = another;
    return this;
  }

  /** Records {@code event}; to be called inside the transaction that does what it tells. */
  public void record(Event event) {
    Optional<AuditRecord> last = store.last();
    long sequence = last.map(AuditRecord::sequence).orElse(0L) + 1;
    String previousMac = last.map(AuditRecord::mac).orElse(AuditRecord.BEFORE_THE_FIRST);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    AuditRecord record =
        AuditRecord.link(key.apply(sequence), previousMac, sequence, now, acting(), event);
    store.append(record);
    appended.add(record);
  }

  private Actor acting() {
    return acting != null ? acting : actor.get();
  }

  /** Who acts, as seen by the thread that asks. */
  public Actor actor() {
    return actor.get();
  }

  /**
   * Records what follows as done by {@code another}, for a thread that works for others.
   *
   * @param another null ends it
   */
  public void actAs(Actor another) {
    acting = another;
  }

  /** Hands every record behind the sequence {@code after} on, oldest first. */
  public void each(long after, Consumer<AuditRecord> reader) {
    store.each(after, reader);
  }

  /**
   * Removes the records from the beginning up to the first that was not made before {@code before},
   * and records that; to be called inside a transaction.
   *
   * @param reason why, or null
   * @throws Failure (data) when the log is not intact: pruning would hide that
   */
  public Pruned prune(Instant before, String reason) {
    fault()
        .ifPresent(
            fault -> {
              throw AuditChain.broken(fault);
            });
    long pruned = store.checkpoint().map(Checkpoint::count).orElse(0L);
    Optional<AuditRecord> last = lastBefore(before);
    if (last.isEmpty()) {
      return new Pruned(pruned + 1, pruned);
    }
    Pruned removed = new Pruned(pruned + 1, last.get().sequence());
    String records = "records " + removed.first() + " to " + removed.last();
    record(
        Event.of("audit.prune", "audit log").detail(records + ", before " + before).reason(reason));
    store.cut(Checkpoint.behind(last.get(), key.apply(Checkpoint.KEY)));
    return removed;
  }

  /** The last record before the first one that is to stay. */
  private Optional<AuditRecord> lastBefore(Instant before) {
    AuditRecord[] found = {null};
    boolean[] ended = {false};
    store.each(
        record -> {
          ended[0] |= !record.at().isBefore(before);
          found[0] = ended[0] ? found[0] : record;
        });
    return Optional.ofNullable(found[0]);
  }

  /** What is wrong with the log, in one sentence, or nothing. */
  public Optional<String> fault() {
    return AuditChain.check(store, head, key);
  }

  /** To be called once the transaction is durable: a head never runs ahead of its chain. */
  public void committed() {
    if (!appended.isEmpty()) {
      head.advance(mark());
      List<AuditRecord> durable = List.copyOf(appended);
      appended.clear();
      forwarding.send(durable);
    }
  }

  /** To be called when the transaction came to nothing. */
  public void rolledBack() {
    appended.clear();
  }

  /** The head that {@link #committed} would tell now: what {@link #rolledBackTo} goes back to. */
  public Head mark() {
    return appended.isEmpty() ? null : headOf(appended.get(appended.size() - 1));
  }

  /** To be called when whatever was recorded since {@code mark} came to nothing. */
  public void rolledBackTo(Head mark) {
    long kept = mark == null ? 0 : mark.count();
    appended.removeIf(record -> record.sequence() > kept);
  }

  private static Head headOf(AuditRecord record) {
    return new Head(record.sequence(), record.mac());
  }

  /** Waits a little until what was forwarded is out; why not all of it was, or nothing. */
  public Optional<String> unsent() {
    return forwarding.finish();
  }
}
