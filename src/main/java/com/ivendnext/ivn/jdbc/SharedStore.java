package com.ivendnext.ivn.jdbc;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.AuditRecord;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.jdbc.SqlStore.Surroundings;
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
import com.ivendnext.ivn.twofactor.UserStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * {@link Store} on SQL for many threads at once, in a program that stays: writes that come at the
 * same time share one transaction and one wait for the disk, each as if it were alone; reads run
 * beside them. Other programs may use the same file meanwhile.
 *
 * <p>Work handed to {@link #write} or {@link #rehearse} runs in the writer's thread, one at a time:
 * it must not wait for another thread's write. Who acts is asked for in the thread that calls.
 * Outside of them, a change fails, and each call reads what is committed then.
 */
public final class SharedStore implements Store {
  static final long PATIENCE_SECONDS = 30;

  private final Writer writer;
  private final Readers readers;
  private final UserStore users = port(UserStore.class, Store::users);
  private final RoleStore roles = port(RoleStore.class, Store::roles);
  private final AuthenticatorStore authenticators =
      port(AuthenticatorStore.class, Store::authenticators);
  private final RecoveryCodeStore recoveryCodes =
      port(RecoveryCodeStore.class, Store::recoveryCodes);
  private final ExemptionStore exemptions = port(ExemptionStore.class, Store::exemptions);
  private final PasswordStore passwords = port(PasswordStore.class, Store::passwords);
  private final ChallengeStore challenges = port(ChallengeStore.class, Store::challenges);
  private final PendingLoginStore pendingLogins =
      port(PendingLoginStore.class, Store::pendingLogins);
  private final SessionStore sessions = port(SessionStore.class, Store::sessions);
  private final ServeKeyStore serveKeys = port(ServeKeyStore.class, Store::serveKeys);
  private final EnrollmentLinkStore enrollmentLinks =
      port(EnrollmentLinkStore.class, Store::enrollmentLinks);

  private SharedStore(SqlStore written, Supplier<SqlStore> readers) {
    this.writer = new Writer(written);
    this.readers = new Readers(readers);
  }

  /**
   * Opens the SQLite store in {@code file}, made or brought up to date as needed.
   *
   * @param surroundings asked by several threads at once
   * @throws Failure as {@link SqlStore#sqlite} does
   */
  public static SharedStore sqlite(Path file, Surroundings surroundings) {
    return new SharedStore(
        SqlStore.sqlite(file, surroundings), () -> SqlStore.reading(file, surroundings));
  }

  static Failure busy() {
    return Failure.tryLater("the store has too much to do").hint("try again in a moment");
  }

  static Failure interrupted() {
    return Failure.tryLater("interrupted while waiting for the store");
  }

  static Failure closed() {
    return Failure.tryLater("the store is closed");
  }

  /** A port whose every call finds the connection that is right for the calling thread. */
  private <T> T port(Class<T> type, Function<Store, T> side) {
    Object port =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                read(store -> call(method, side.apply(store), arguments)));
    return type.cast(port);
  }

  private <T> T read(Function<SqlStore, T> reading) {
    SqlStore mine = writer.mine();
    return mine != null ? reading.apply(mine) : readers.read(reading);
  }

  private static Object call(Method method, Object port, Object[] arguments) {
    try {
      return method.invoke(port, arguments);
    } catch (InvocationTargetException wrapped) {
      if (wrapped.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) wrapped.getCause(); // ports declare no checked exceptions
    } catch (IllegalAccessException portsArePublic) {
      throw new IllegalStateException(portsArePublic);
    }
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
    SqlStore mine = writer.mine();
    if (mine == null) {
      throw new IllegalStateException("an event is recorded with what it tells");
    }
    mine.record(event);
  }

  @Override
  public void eachRecord(Consumer<AuditRecord> reader) {
    read(
        store -> {
          store.eachRecord(reader);
          return null;
        });
  }

  @Override
  public Optional<String> auditFault() {
    return read(SqlStore::auditFault);
  }

  /**
   * @throws Failure try later: not begun within 30 s, interrupted before it began, too much waits,
   *     or the store is closed; what the work throws; why the transaction came to nothing
   */
  @Override
  public <T> T write(Supplier<T> work) {
    return writer.mine() != null ? work.get() : writer.run(work, true);
  }

  @Override
  public <T> T rehearse(Supplier<T> work) {
    SqlStore mine = writer.mine();
    return mine != null ? mine.rehearse(work) : writer.run(work, false);
  }

  /** Finishes what was handed over before; not to be called from within it. */
  @Override
  public void close() {
    writer.close();
    readers.close();
  }
}
