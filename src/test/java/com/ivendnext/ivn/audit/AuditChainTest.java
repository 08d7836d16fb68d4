package com.ivendnext.ivn.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.ivendnext.ivn.SteppingClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditChainTest {
  private static final byte[] KEY = new byte[32];

  private final Records records = new Records();
  private final SteppingClock clock = new SteppingClock(Instant.parse("2026-11-24T10:00:00Z"));

  /** Records and their head in memory. */
  private static final class Records implements AuditStore, AuditHead {
    private final List<AuditRecord> list = new ArrayList<>();
    private Checkpoint checkpoint;
    private Head head;

    @Override
    public Optional<AuditRecord> last() {
      return list.isEmpty() ? Optional.empty() : Optional.of(list.get(list.size() - 1));
    }

    @Override
    public void append(AuditRecord record) {
      list.add(record);
    }

    @Override
    public void each(long after, Consumer<AuditRecord> reader) {
      List.copyOf(list).stream().filter(record -> record.sequence() > after).forEach(reader);
    }

    @Override
    public Optional<Checkpoint> checkpoint() {
      return Optional.ofNullable(checkpoint);
    }

    @Override
    public void cut(Checkpoint cut) {
      checkpoint = cut;
      list.removeIf(record -> record.sequence() <= cut.count());
    }

    @Override
    public void advance(Head further) {
      head = further;
    }

    @Override
    public Optional<Head> read() {
      return Optional.ofNullable(head);
    }
  }

  private final AuditLog log =
      new AuditLog(
          new AuditLog.Chain(records, records, record -> KEY),
          () -> new Actor("root", "anna", "192.0.2.7"),
          clock);

  @BeforeEach
  void recordThree() {
    for (String user : List.of("a@example.com", "b@example.com", "c@example.com")) {
      log.record(Event.of("user.add", user).reason("new"));
      log.committed();
    }
  }

  private String verdict() {
    return AuditChain.check(records, records, record -> KEY).orElse("intact");
  }

  @Test
  void an_untouched_chain_is_intact() {
    assertEquals("intact", verdict());
    assertEquals(3, records.head.count());
  }

  @Test
  void another_key_does_not_fit() {
    byte[] other = KEY.clone();
    other[0] = 1;
    assertNotEquals(Optional.empty(), AuditChain.check(records, records, record -> other));
  }

  @Test
  void an_edited_record_is_found() {
    AuditRecord old = records.list.get(1);
    Event forged = Event.of("user.add", "mallory@example.com").reason("new");
    records.list.set(1, new AuditRecord(old.sequence(), old.at(), old.actor(), forged, old.mac()));
    assertEquals("record 2 was changed, removed or moved", verdict());
  }

  @Test
  void every_field_is_bound() {
    AuditRecord old = records.list.get(2);
    Event event = old.event();
    Actor actor = old.actor();
    List<AuditRecord> forgeries =
        List.of(
            new AuditRecord(3, old.at().plusMillis(1), actor, event, old.mac()),
            new AuditRecord(3, old.at(), new Actor("x", "anna", "192.0.2.7"), event, old.mac()),
            new AuditRecord(3, old.at(), new Actor("root", null, "192.0.2.7"), event, old.mac()),
            new AuditRecord(3, old.at(), new Actor("root", "anna", null), event, old.mac()),
            new AuditRecord(3, old.at(), actor.by("key"), event, old.mac()),
            new AuditRecord(3, old.at(), actor.by(""), event, old.mac()),
            new AuditRecord(3, old.at(), actor, event.outcome("no"), old.mac()),
            new AuditRecord(3, old.at(), actor, event.detail(""), old.mac()),
            new AuditRecord(3, old.at(), actor, event.reason("old"), old.mac()));
    for (AuditRecord forgery : forgeries) {
      records.list.set(2, forgery);
      assertEquals("record 3 was changed, removed or moved", verdict());
    }
  }

  @Test
  void text_cannot_be_shifted_from_field_to_field() {
    AuditRecord old = records.list.get(2);
    Event shifted = new Event("user.ad", "dc@example.com", "ok", null, "new");
    records.list.set(2, new AuditRecord(3, old.at(), old.actor(), shifted, old.mac()));
    assertEquals("record 3 was changed, removed or moved", verdict());
  }

  @Test
  void a_removed_record_is_found() {
    records.list.remove(0);
    assertEquals("record 1 was changed, removed or moved", verdict());
  }

  @Test
  void swapped_records_are_found() {
    records.list.add(records.list.remove(1));
    assertEquals("record 2 was changed, removed or moved", verdict());
  }

  @Test
  void a_cut_tail_is_found() {
    records.list.remove(2);
    records.list.remove(1);
    assertEquals("records 2 to 3 are missing", verdict());
  }

  @Test
  void a_chain_told_anew_after_a_cut_is_found() {
    records.list.remove(2);
    AuditRecord last = records.list.get(1);
    records.list.add(
        AuditRecord.link(
            KEY,
            last.mac(),
            3,
            clock.instant(),
            last.actor(),
            Event.of("user.add", "m@example.com")));
    assertEquals("record 3 is not the one that was last seen there", verdict());
  }

  @Test
  void a_missing_head_is_found() {
    records.head = null;
    assertEquals("its head is missing, without which a cut tail is not noticed", verdict());
  }

  @Test
  void a_head_that_lags_behind_is_no_fault() {
    records.head = new AuditHead.Head(2, records.list.get(1).mac());
    assertEquals("intact", verdict());
  }

  @Test
  void an_inserted_record_is_found() {
    AuditRecord second = records.list.get(1);
    records.list.add(
        2,
        new AuditRecord(
            3, second.at(), second.actor(), Event.of("user.add", "m@example.com"), "f".repeat(64)));
    assertEquals("record 3 was changed, removed or moved", verdict());
  }

  @Test
  void a_record_told_twice_is_found() {
    records.list.add(2, records.list.get(1));
    assertEquals("record 3 was changed, removed or moved", verdict());
  }
}
