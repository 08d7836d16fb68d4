package com.ivendnext.ivn.audit;

import java.util.List;
import java.util.Optional;

/** Port: where records go besides the store, once they are durable. It never fails a deed. */
public interface AuditForwarding {
  /** For sites that forward nothing. */
  AuditForwarding NONE =
      new AuditForwarding() {
        @Override
        public void send(List<AuditRecord> records) {}

        @Override
        public Optional<String> finish() {
          return Optional.empty();
        }
      };

  /** Takes the records over and returns at once. */
  void send(List<AuditRecord> records);

  /**
   * Waits for a few seconds at most until everything is out.
   *
   * @return why not all of it is, in one sentence, or nothing
   */
  Optional<String> finish();
}
