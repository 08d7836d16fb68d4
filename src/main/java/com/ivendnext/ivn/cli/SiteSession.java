package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.backup.Backup;
import com.ivendnext.ivn.keys.KeyRotation;
import com.ivendnext.ivn.keys.KeyUndo;
import com.ivendnext.ivn.login.Login;
import com.ivendnext.ivn.login.Passwords;
import com.ivendnext.ivn.login.ServeKeys;
import com.ivendnext.ivn.provision.BulkEnrollment;
import com.ivendnext.ivn.provision.Reconciliation;
import com.ivendnext.ivn.provision.SiteState;
import com.ivendnext.ivn.settings.Method;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.site.Site;
import com.ivendnext.ivn.transfer.Export;
import com.ivendnext.ivn.transfer.Import;
import com.ivendnext.ivn.twofactor.Accounts;
import com.ivendnext.ivn.twofactor.Confirmation;
import com.ivendnext.ivn.twofactor.DeliveryChannel;
import com.ivendnext.ivn.twofactor.Diagnosis;
import com.ivendnext.ivn.twofactor.Enrollment;
import com.ivendnext.ivn.twofactor.EnrollmentLink;
import com.ivendnext.ivn.twofactor.Impact;
import com.ivendnext.ivn.twofactor.Leave;
import com.ivendnext.ivn.twofactor.LinkByMail;
import com.ivendnext.ivn.twofactor.LoginContext;
import com.ivendnext.ivn.twofactor.Notice;
import com.ivendnext.ivn.twofactor.OutOfBand;
import com.ivendnext.ivn.twofactor.RecoveryCodes;
import com.ivendnext.ivn.twofactor.Reset;
import com.ivendnext.ivn.twofactor.Resynchronization;
import com.ivendnext.ivn.twofactor.Revocation;
import com.ivendnext.ivn.twofactor.Roles;
import com.ivendnext.ivn.twofactor.Safeguard;
import com.ivendnext.ivn.twofactor.Store;
import com.ivendnext.ivn.twofactor.Verifier;

/** A site during one run: its settings, its store and the services over them, opened on demand. */
public final class SiteSession implements AutoCloseable {
  private final Invocation invocation;
  private final Site site;
  private Values values;
  private Store store;

  SiteSession(Invocation invocation, Site site) {
    this.invocation = invocation;
    this.site = site;
  }

  public Invocation invocation() {
    return invocation;
  }

  public Site site() {
    return site;
  }

  public Values values() {
    if (values == null) {
      values = site.merged().typed();
    }
    return values;
  }

  public Store store() {
    if (store == null) {
      store = invocation.context().opener().open(site, invocation.context());
    }
    return store;
  }

  public Accounts accounts() {
    return new Accounts(store(), invocation.context().clock());
  }

  public BulkEnrollment bulkEnrollment() {
    return new BulkEnrollment(store(), values(), login(), enrollment());
  }

  /** What the site is, for a file. */
  public SiteState state() {
    return new SiteState(site.merged(), store(), login().now());
  }

  public Reconciliation reconciliation() {
    Context context = invocation.context();
    return new Reconciliation(site, store(), context.clock(), context.random());
  }

  public Roles roles() {
    return new Roles(store());
  }

  public Enrollment enrollment() {
    Context context = invocation.context();
    return new Enrollment(store(), values(), context.clock(), context.random());
  }

  public Confirmation confirmation() {
    return new Confirmation(store(), values(), invocation.context().clock());
  }

  public Revocation revocation() {
    return new Revocation(store(), values(), invocation.context().clock());
  }

  public Verifier verifier() {
    return new Verifier(store(), values(), invocation.context().clock());
  }

  public RecoveryCodes recoveryCodes() {
    Context context = invocation.context();
    return new RecoveryCodes(store(), context.clock(), context.random());
  }

  public Reset reset() {
    return new Reset(store(), values(), invocation.context().clock());
  }

  public Leave leave() {
    return new Leave(store(), values(), invocation.context().clock());
  }

  public Diagnosis diagnosis() {
    return new Diagnosis(store(), values(), invocation.context().clock());
  }

  public Resynchronization resynchronization() {
    return new Resynchronization(store(), invocation.context().clock());
  }

  public Passwords passwords() {
    Context context = invocation.context();
    return new Passwords(store(), values(), context.clock(), context.random());
  }

  public Login logins() {
    Context context = invocation.context();
    return new Login(store(), values(), context.clock(), context.random());
  }

  public ServeKeys serveKeys() {
    Context context = invocation.context();
    return new ServeKeys(store(), context.clock(), context.random());
  }

  public OutOfBand outOfBand() {
    Context context = invocation.context();
    return new OutOfBand(store(), values(), context.clock(), context.random());
  }

  public Import imports() {
    return new Import(store(), values(), login(), invocation.context().random());
  }

  public Export exports() {
    return new Export(store(), values());
  }

  /** How letters leave by that method. */
  public DeliveryChannel channel(Method method) {
    return invocation.context().channels().apply(method, values());
  }

  public KeyRotation keyRotation() {
    return new KeyRotation(site, store(), invocation.context().random());
  }

  public Backup backup() {
    Context context = invocation.context();
    return new Backup(site, store(), context.clock(), context.random());
  }

  public KeyUndo keyUndo() {
    return new KeyUndo(site, store());
  }

  public Notice notice() {
    return new Notice(store(), values(), channel(Method.EMAIL));
  }

  public LinkByMail linkByMail() {
    Context context = invocation.context();
    EnrollmentLink links = new EnrollmentLink(store(), values(), context.clock(), context.random());
    return new LinkByMail(store(), values(), links, channel(Method.EMAIL));
  }

  public Impact impact() {
    return new Impact(store(), login());
  }

  public Safeguard safeguard() {
    return new Safeguard(store(), login());
  }

  /** A person logging in now, from nowhere in particular. */
  public LoginContext login() {
    return LoginContext.interactive(invocation.context().clock().instant());
  }

  @Override
  public void close() {
    if (store != null) {
      invocation.context().opener().release(store, invocation.output()::warn);
    }
  }
}
