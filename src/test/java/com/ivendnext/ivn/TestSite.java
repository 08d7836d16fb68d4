package com.ivendnext.ivn;

import com.ivendnext.ivn.audit.Actor;
import com.ivendnext.ivn.audit.AuditHead;
import com.ivendnext.ivn.audit.AuditLog;
import com.ivendnext.ivn.audit.AuditStore;
import com.ivendnext.ivn.crypto.MasterKey;
import com.ivendnext.ivn.jdbc.SqlStore;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.site.AuditHeadFile;
import com.ivendnext.ivn.site.PrivateFile;
import com.ivendnext.ivn.twofactor.Accounts;
import com.ivendnext.ivn.twofactor.Authenticator;
import com.ivendnext.ivn.twofactor.Confirmation;
import com.ivendnext.ivn.twofactor.DeliveryChannel;
import com.ivendnext.ivn.twofactor.Diagnosis;
import com.ivendnext.ivn.twofactor.Enrollment;
import com.ivendnext.ivn.twofactor.EnrollmentLink;
import com.ivendnext.ivn.twofactor.Impact;
import com.ivendnext.ivn.twofactor.Leave;
import com.ivendnext.ivn.twofactor.LinkByMail;
import com.ivendnext.ivn.twofactor.LoginContext;
import com.ivendnext.ivn.twofactor.NewStore;
import com.ivendnext.ivn.twofactor.Notice;
import com.ivendnext.ivn.twofactor.OutOfBand;
import com.ivendnext.ivn.twofactor.RecoveryCodes;
import com.ivendnext.ivn.twofactor.Reset;
import com.ivendnext.ivn.twofactor.Resynchronization;
import com.ivendnext.ivn.twofactor.Revocation;
import com.ivendnext.ivn.twofactor.Roles;
import com.ivendnext.ivn.twofactor.Safeguard;
import com.ivendnext.ivn.twofactor.Store;
import com.ivendnext.ivn.twofactor.UserType;
import com.ivendnext.ivn.twofactor.Verifier;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.LongFunction;

/** The domain over a real store in a temporary file, without any command line. */
public final class TestSite implements SqlStore.Surroundings, AutoCloseable {
  public static final String USER = "user@example.com";

  public final SteppingClock clock = new SteppingClock(InProcess.START);
  public final Map<String, Object> config = new HashMap<>(Map.of("enable_two_factor_auth", true));
  public final AuditHead head;
  public final Path file;
  private final SecureRandom random = new SecureRandom();
  public MasterKey key = MasterKey.generate(random);
  public Actor actor = new Actor("tester", null, null);
  private final BiFunction<Path, SqlStore.Surroundings, Store> opener;
  private Store store;

  /** A site with one System User, {@link #USER}. */
  public TestSite(Path directory) {
    this(directory, SqlStore::sqlite);
  }

  /** The same over another store. */
  public TestSite(Path directory, BiFunction<Path, SqlStore.Surroundings, Store> opener) {
    this.opener = opener;
    file = directory.resolve("ivn.db");
    head = new AuditHeadFile(directory.resolve("ivn.audit-head"));
    PrivateFile.makeIfMissing(file);
    store = opener.apply(file, this);
    add(USER);
  }

  public Store store() {
    return store;
  }

  /** Closes the store and opens it again, as the next process would. */
  public void reopen() {
    store.close();
    store = opener.apply(file, this);
  }

  public void add(String user, String... roles) {
    accounts()
        .add(
            new Accounts.Draft(user, null, UserType.SYSTEM_USER, null, null, null, List.of(roles)));
  }

  public Values values() {
    return new Values(config, key -> "site_config.json");
  }

  public Accounts accounts() {
    return new Accounts(store, clock);
  }

  public Roles roles() {
    return new Roles(store);
  }

  public Enrollment enrollment() {
    return new Enrollment(store, values(), clock, () -> random);
  }

  public Confirmation confirmation() {
    return new Confirmation(store, values(), clock);
  }

  public EnrollmentLink enrollmentLink() {
    return new EnrollmentLink(store, values(), clock, () -> random);
  }

  public LinkByMail linkByMail(DeliveryChannel mail) {
    return new LinkByMail(store, values(), enrollmentLink(), mail);
  }

  public Notice notice(DeliveryChannel mail) {
    return new Notice(store, values(), mail);
  }

  public Revocation revocation() {
    return new Revocation(store, values(), clock);
  }

  public RecoveryCodes recoveryCodes() {
    return new RecoveryCodes(store, clock, () -> random);
  }

  public Leave leave() {
    return new Leave(store, values(), clock);
  }

  public Reset reset() {
    return new Reset(store, values(), clock);
  }

  public Diagnosis diagnosis() {
    return new Diagnosis(store, values(), clock);
  }

  public Resynchronization resynchronization() {
    return new Resynchronization(store, clock);
  }

  public Safeguard safeguard() {
    return new Safeguard(store, login());
  }

  public Impact impact() {
    return new Impact(store, login());
  }

  public Verifier verifier() {
    return new Verifier(store, values(), clock);
  }

  public OutOfBand outOfBand() {
    return new OutOfBand(store, values(), clock, () -> random);
  }

  public LoginContext login() {
    return LoginContext.interactive(clock.instant());
  }

  /** Enrolls and confirms, with a code of the time step before this one. */
  public Authenticator enroll(String user, String label) {
    Authenticator pending =
        enrollment().begin(Enrollment.Request.app(user, label, null, false)).authenticator();
    confirmation().confirm(user, code(pending, -1)).orFail();
    return pending;
  }

  public Authenticator enroll(String user) {
    return enroll(user, Enrollment.USUAL_LABEL);
  }

  /** The hardware token of RFC 4226, which waits for its first code, that of {@code counter}. */
  public Authenticator enrollToken(String user, long counter) {
    SharedSecret secret = SharedSecret.ofBase32("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    return enrollment()
        .begin(
            new Enrollment.Request(user, "token", secret, false, Authenticator.Kind.HOTP, counter))
        .authenticator();
  }

  /** What a hardware token shows at {@code counter}. */
  public String tokenCode(Authenticator token, long counter) {
    return token.hotp().code(store.authenticators().secret(token), counter);
  }

  /** What the authenticator shows, {@code steps} time steps from now. */
  public String code(Authenticator authenticator, int steps) {
    long step = authenticator.totp().step(clock.instant()) + steps;
    return authenticator.hotp().code(store.authenticators().secret(authenticator), step);
  }

  /** A code that the authenticator shows neither now nor a while around now. */
  public String wrongCode(Authenticator authenticator) {
    for (int i = 0; ; i++) {
      String code = String.valueOf(100_000 + i);
      boolean shown = false;
      for (int steps = -3; steps <= 3; steps++) {
        shown |= code(authenticator, steps).equals(code);
      }
      if (!shown) {
        return code;
      }
    }
  }

  /** The authenticator as it is stored now. */
  public Authenticator current(Authenticator authenticator) {
    return store.authenticators().of(authenticator.user()).stream()
        .filter(held -> held.id().equals(authenticator.id()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public List<MasterKey> masterKeys() {
    return List.of(key);
  }

  @Override
  public SecureRandom random() {
    return random;
  }

  @Override
  public AuditLog audit(AuditStore records, LongFunction<byte[]> macKey) {
    AuditLog.Chain chain = new AuditLog.Chain(records, head, macKey);
    return new AuditLog(chain, () -> actor, clock);
  }

  @Override
  public void fill(Store empty) {
    NewStore.fill(empty, clock);
  }

  @Override
  public void close() {
    store.close();
  }
}
