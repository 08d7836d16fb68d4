package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.AuditRecord;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.audit.Pruned;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Port: where a site's users, roles, authenticators and audit records are kept. */
public interface Store extends AutoCloseable {
  UserStore users();

  RoleStore roles();

  AuthenticatorStore authenticators();

  RecoveryCodeStore recoveryCodes();

  ExemptionStore exemptions();

  PasswordStore passwords();

  ChallengeStore challenges();

  PendingLoginStore pendingLogins();

  SessionStore sessions();

  ServeKeyStore serveKeys();

  EnrollmentLinkStore enrollmentLinks();

  /**
   * All sealed values, taken together.
   *
   * @throws Failure (refused) where the store is shared by many at once
   */
  default Vault vault() {
    throw Failure.refused("this cannot be done while the store is shared").hint("run it by itself");
  }

  /**
   * The store as a whole.
   *
   * @throws Failure (refused) where it is shared by many at once
   */
  default StoreCopies copies() {
    throw Failure.refused("this cannot be done while the store is shared").hint("run it by itself");
  }

  /** Adds {@code event} to the audit log; inside {@link #write} only. */
  void record(Event event);

  /** Hands every record of the audit log on, oldest first. */
  void eachRecord(Consumer<AuditRecord> reader);

  /** The same without those up to the sequence {@code after}. */
  default void eachRecord(long after, Consumer<AuditRecord> reader) {
    eachRecord(
        record -> {
          if (record.sequence() > after) {
            reader.accept(record);
          }
        });
  }

  /**
   * Removes the oldest records of the audit log, up to the first that was not made before {@code
   * before}; what remains can still be verified.
   *
   * @param reason why, or null
   * @throws Failure data: the log is not intact; refused: the store is shared by many at once
   */
  default Pruned pruneRecords(Instant before, String reason) {
    throw Failure.refused("this cannot be done while the store is shared").hint("run it by itself");
  }

  /** Why some records could not be forwarded, or nothing; waits a few seconds at most. */
  default Optional<String> unsentRecords() {
    return Optional.empty();
  }

  /** What is wrong with the audit log, in one sentence, or nothing. */
  Optional<String> auditFault();

  /**
   * Runs {@code work} as one durable transaction that excludes other writers; when it throws,
   * nothing of it remains. Nested calls join the outer one.
   */
  <T> T write(Supplier<T> work);

  /** Runs {@code work} as {@link #write} does, and undoes everything: what would it answer? */
  <T> T rehearse(Supplier<T> work);

  @Override
  void close();
}
