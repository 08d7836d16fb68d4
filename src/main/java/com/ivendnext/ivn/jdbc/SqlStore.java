package com.ivendnext.ivn.jdbc;

import com.ivendnext.ivn.audit.Actor;
import com.ivendnext.ivn.audit.AuditHead;
import com.ivendnext.ivn.audit.AuditLog;
import com.ivendnext.ivn.audit.AuditRecord;
import com.ivendnext.ivn.audit.AuditStore;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.audit.Pruned;
import com.ivendnext.ivn.crypto.MasterKey;
import com.ivendnext.ivn.twofactor.AuthenticatorStore;
import com.ivendnext.ivn.twofactor.ChallengeStore;
import com.ivendnext.ivn.twofactor.EnrollmentLinkStore;
import com.ivendnext.ivn.twofactor.ExemptionStore;
import com.ivendnext.ivn.twofactor.PasswordStore;
import com.ivendnext.ivn.twofactor.PendingLoginStore;
import com.ivendnext.ivn.twofactor.RecoveryCodeStore;
import com.ivendnext.ivn.twofactor.RoleStore;
import com.ivendnext.ivn.twofactor.ServeKeyStore;
import com.ivendnext.ivn.twofactor.SessionStore;
import com.ivendnext.ivn.twofactor.Store;
import com.ivendnext.ivn.twofactor.StoreCopies;
import com.ivendnext.ivn.twofactor.UserStore;
import com.ivendnext.ivn.twofactor.Vault;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** {@link Store} on SQL. */
public final class SqlStore implements Store {
  private final Database database;
  private final SqlRoles roles;
  private final SqlUsers users;
  private final SqlAuthenticators authenticators;
  private final SqlRecoveryCodes recoveryCodes;
  private final SqlExemptions exemptions;
  private final SqlPasswords passwords;
  private final SqlChallenges challenges;
  private final SqlPendingLogins pendingLogins;
  private final SqlSessions sessions;
  private final SqlServeKeys serveKeys;
  private final SqlEnrollmentLinks enrollmentLinks;
  private final AuditLog audit;
  private final Surroundings surroundings;
  private final StoreKeys keys;

  /** What a store needs from outside. */
  public interface Surroundings {
    /**
     * The site's master key, and the one it is being changed to, if that is so; asked for only
     * where a secret or a record is touched.
     */
    List<MasterKey> masterKeys();

    SecureRandom random();

    /** The log over {@code records}, chained with the 32 byte key of each number. */
    AuditLog audit(AuditStore records, LongFunction<byte[]> key);

    /** Fills a new store; runs in the transaction that makes its tables. */
    void fill(Store empty);
  }

  private SqlStore(Dialect dialect, Surroundings surroundings) {
    this.database = new Database(dialect);
    this.keys = new StoreKeys(database, surroundings);
    this.roles = new SqlRoles(database);
    this.users = new SqlUsers(database, roles);
    this.authenticators = new SqlAuthenticators(database, keys::sealer);
    this.exemptions = new SqlExemptions(database);
    this.passwords = new SqlPasswords(database);
    this.challenges = new SqlChallenges(database, keys::sealer);
    this.pendingLogins = new SqlPendingLogins(database);
    this.sessions = new SqlSessions(database);
    this.serveKeys = new SqlServeKeys(database);
    this.enrollmentLinks = new SqlEnrollmentLinks(database);
    this.recoveryCodes = new SqlRecoveryCodes(database, keys::recoveryCodes, surroundings::random);
    this.surroundings = surroundings;
    this.audit = surroundings.audit(new SqlAudit(database), keys::audit);
  }

  /**
   * Opens the SQLite store in {@code file}, made or brought up to date as needed.
   *
   * @throws Failure data: it cannot be read or written, or a newer ivn made it; try later: busy
   */
  public static SqlStore sqlite(Path file, Surroundings surroundings) {
    SqlStore store = new SqlStore(new SqliteDialect(file), surroundings);
    Schema.update(store.database, store::begin);
    store.audit.committed();
    return store;
  }

  /**
   * The store in {@code file} as it is, for reading; a change fails.
   *
   * @throws Failure data: it cannot be read, or is not there
   */
  static SqlStore reading(Path file, Surroundings surroundings) {
    return new SqlStore(SqliteDialect.reading(file), surroundings);
  }

  private void begin() {
    String fingerprint = surroundings.masterKeys().get(0).fingerprint();
    database.update(
        "INSERT INTO ivn_meta (name, value) VALUES ('key_fingerprint', ?)", fingerprint);
    surroundings.fill(this);
  }

  @Override
  public UserStore users() {
    return users;
  }

  @Override
  public RoleStore roles() {
    return roles;
  }

  @Override
  public AuthenticatorStore authenticators() {
    return authenticators;
  }

  @Override
  public RecoveryCodeStore recoveryCodes() {
    return recoveryCodes;
  }

  @Override
  public ExemptionStore exemptions() {
    return exemptions;
  }

  @Override
  public PasswordStore passwords() {
    return passwords;
  }

  @Override
  public ChallengeStore challenges() {
    return challenges;
  }

  @Override
  public PendingLoginStore pendingLogins() {
    return pendingLogins;
  }

  @Override
  public Vault vault() {
    return new SqlVault(database, keys, surroundings::random);
  }

  @Override
  public StoreCopies copies() {
    return new SqlCopies(database, this);
  }

  @Override
  public SessionStore sessions() {
    return sessions;
  }

  @Override
  public ServeKeyStore serveKeys() {
    return serveKeys;
  }

  @Override
  public EnrollmentLinkStore enrollmentLinks() {
    return enrollmentLinks;
  }

  @Override
  public void record(Event event) {
    if (!database.inTransaction()) {
      throw new IllegalStateException("an event is recorded with what it tells");
    }
    audit.record(event);
  }

  @Override
  public void eachRecord(Consumer<AuditRecord> reader) {
    audit.each(0, reader);
  }

  @Override
  public void eachRecord(long after, Consumer<AuditRecord> reader) {
    audit.each(after, reader);
  }

  @Override
  public Pruned pruneRecords(Instant before, String reason) {
    return write(() -> audit.prune(before, reason));
  }

  @Override
  public Optional<String> unsentRecords() {
    return audit.unsent();
  }

  @Override
  public Optional<String> auditFault() {
    keys.refresh();
    return audit.fault();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    if (database.inTransaction()) {
      return work.get();
    }
    keys.refresh();
    try {
      T result = database.write(work);
      audit.committed();
      return result;
    } finally {
      keys.refresh();
      audit.rolledBack();
    }
  }

  @Override
  public <T> T rehearse(Supplier<T> work) {
    keys.refresh();
    try {
      return database.rehearse(work);
    } finally {
      keys.refresh();
      audit.rolledBack();
    }
  }

  /** Who acts, as seen by this thread. */
  Actor actor() {
    return audit.actor();
  }

  /** Runs {@code work} inside {@link #write}; where it answers false, nothing of it remains. */
  void attempt(Actor actor, BooleanSupplier work) {
    AuditHead.Head before = audit.mark();
    audit.actAs(actor);
    try {
      if (!database.attempt(work)) {
        audit.rolledBackTo(before);
      }
    } finally {
      audit.actAs(null);
    }
  }

  @Override
  public void close() {
    audit.unsent();
    database.close();
  }
}
