package com.ivendnext.ivn.web;

import com.ivendnext.ivn.login.Login;
import com.ivendnext.ivn.login.ServeKeys;
import com.ivendnext.ivn.login.Sessions;
import com.ivendnext.ivn.login.UnknownUsers;
import com.ivendnext.ivn.settings.Method;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.DeliveryChannel;
import com.ivendnext.ivn.twofactor.EnrollmentLink;
import com.ivendnext.ivn.twofactor.LoginContext;
import com.ivendnext.ivn.twofactor.Notice;
import com.ivendnext.ivn.twofactor.ServeKeyStore.ServeKey;
import com.ivendnext.ivn.twofactor.Store;
import com.ivendnext.ivn.twofactor.Verification;
import com.ivendnext.ivn.twofactor.Verifier;
import java.time.Clock;

/**
 * A site during one request: its settings as they are now, and the services over its store.
 *
 * @param store for many threads, open as long as the server
 */
record ServedSite(
    Values values, Store store, UnknownUsers unknownUsers, Surroundings surroundings) {

  Clock clock() {
    return surroundings.clock();
  }

  LoginContext loginFrom(String address) {
    return LoginContext.interactive(clock().instant()).from(address);
  }

  Login login() {
    return new Login(store, values, clock(), surroundings.random());
  }

  Sessions sessions() {
    return new Sessions(store, values, clock(), surroundings.random());
  }

  ServeKeys serveKeys() {
    return new ServeKeys(store, clock(), surroundings.random());
  }

  DeliveryChannel channel(Method method) {
    return surroundings.channels().apply(method, values);
  }

  /** Checks a code for the application that has shown {@code key}. */
  Verification verifyFor(ServeKey key, String user, String code) {
    return surroundings
        .caller()
        .by(
            key.name(),
            () -> {
              Verification verification = new Verifier(store, values, clock()).verify(user, code);
              if (verification.recoveryCodesLeft() != null) {
                notice().after(verification);
              }
              return verification;
            });
  }

  QrForm qrForm() {
    EnrollmentLink links = new EnrollmentLink(store, values, clock(), surroundings.random());
    return new QrForm(links, notice(), clock());
  }

  private Notice notice() {
    return new Notice(store, values, channel(Method.EMAIL));
  }
}
