package com.ivendnext.ivn.audit;

import com.ivendnext.ivn.audit.AuditHead.Head;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
  private Head appended;
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

  /** Records {@code event}; to be called inside the transaction that does what it tells. */
  public void record(Event event) {
    Optional<AuditRecord> last = store.last();
    long sequence = last.map(AuditRecord::sequence).orElse(0L) + 1;
    String previousMac = last.map(AuditRecord::mac).orElse(AuditRecord.BEFORE_THE_FIRST);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    AuditRecord record =
        AuditRecord.link(key.apply(sequence), previousMac, sequence, now, acting(), event);
    store.append(record);
    appended = new Head(sequence, record.mac());
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

  /** Hands every record on, oldest first. */
  public void each(Consumer<AuditRecord> reader) {
    store.each(reader);
  }

  /** What is wrong with the log, in one sentence, or nothing. */
  public Optional<String> fault() {
    return AuditChain.check(store, head, key);
  }

  /** To be called once the transaction is durable: a head never runs ahead of its chain. */
  public void committed() {
    if (appended != null) {
      head.advance(appended);
      appended = null;
    }
  }

  /** To be called when the transaction came to nothing. */
  public void rolledBack() {
    rolledBackTo(null);
  }

  /** The head that {@link #committed} would tell now: what {@link #rolledBackTo} goes back to. */
  public Head mark() {
    return appended;
  }

  /** To be called when whatever was recorded since {@code mark} came to nothing. */
  public void rolledBackTo(Head mark) {
    appended = mark;
  }
}
