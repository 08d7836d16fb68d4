package com.ivendnext.ivn.audit;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.AuditHead.Head;
import java.util.Optional;
import java.util.function.LongFunction;

/** Checks a chain from its first record to its head. */
public final class AuditChain {
  private final LongFunction<byte[]> key;
  private long count;
  private String mac = AuditRecord.BEFORE_THE_FIRST;
  private String broken;
  private final Head expected;

  private AuditChain(LongFunction<byte[]> key, Head expected) {
    this.key = key;
    this.expected = expected;
  }

  /**
   * What is wrong with the chain in {@code store}, in one sentence, or nothing.
   *
   * @param key the key of the record of that number
   */
  public static Optional<String> check(AuditStore store, AuditHead head, LongFunction<byte[]> key) {
    AuditChain chain = new AuditChain(key, head.read().orElse(null));
    store.checkpoint().ifPresent(chain::begin);
    store.each(chain::add);
    return Optional.ofNullable(chain.verdict());
  }

  /** What to say of a log with that fault. */
  public static Failure broken(String fault) {
    return Failure.data("the audit log is not what ivn wrote: " + fault)
        .hint("keep the store as it is and compare it with a backup");
  }

  private void begin(Checkpoint checkpoint) {
    if (!checkpoint.isGenuine(key.apply(Checkpoint.KEY))) {
      broken = "its beginning was cut off, and not by ivn audit prune";
      return;
    }
    advance(checkpoint.count(), checkpoint.mac());
  }

  private void add(AuditRecord record) {
    if (broken != null) {
      return;
    }
    boolean intact =
        record.sequence() == count + 1 && record.follows(key.apply(record.sequence()), mac);
    if (!intact) {
      broken = "record " + (count + 1) + " was changed, removed or moved";
      return;
    }
    advance(record.sequence(), record.mac());
  }

  private void advance(long sequence, String recordMac) {
    count = sequence;
    mac = recordMac;
    if (expected != null && expected.count() == count && !expected.mac().equals(mac)) {
      broken = "record " + count + " is not the one that was last seen there";
    }
  }

  private String verdict() {
    if (broken != null) {
      return broken;
    }
    if (expected == null) {
      return count == 0 ? null : "its head is missing, without which a cut tail is not noticed";
    }
    boolean cut = expected.count() > count;
    return cut ? "records " + (count + 1) + " to " + expected.count() + " are missing" : null;
  }
}
