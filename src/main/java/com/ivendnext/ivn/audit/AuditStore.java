package com.ivendnext.ivn.audit;

import java.util.Optional;
import java.util.function.Consumer;

/** Port: where records are kept, in the same transaction as what they record. */
public interface AuditStore {
  Optional<AuditRecord> last();

  void append(AuditRecord record);

  /** Hands every record on, oldest first. */
  void each(Consumer<AuditRecord> reader);
}
