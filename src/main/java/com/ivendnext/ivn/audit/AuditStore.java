package com.ivendnext.ivn.audit;

import java.util.Optional;
import java.util.function.Consumer;

/** Port: where records are kept, in the same transaction as what they record. */
public interface AuditStore {
  Optional<AuditRecord> last();

  void append(AuditRecord record);

  /** Hands every record on, oldest first. */
  default void each(Consumer<AuditRecord> reader) {
    each(0, reader);
  }

  /** The same without those up to the sequence {@code after}. */
  void each(long after, Consumer<AuditRecord> reader);

  /** Where the log begins; empty where it was never pruned. */
  Optional<Checkpoint> checkpoint();

  /** Removes every record up to {@code checkpoint}, which takes their place. */
  void cut(Checkpoint checkpoint);
}
