package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.twofactor.Authenticator.State;
import com.ivendnext.ivn.twofactor.Verification.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Recovery codes that another program made, which may be as short as eight digits; to be used
 * inside a write transaction.
 *
 * <p>Codes of less than 112 bits have to be throttled (NIST SP 800-63B-4 section 3.1.2): they count
 * only beside an active authenticator that is not throttled itself, and a wrong one counts as a
 * wrong code of each of them.
 */
final class ImportedCodeCheck {
  private final Store store;
  private final Instant now;

  ImportedCodeCheck(Store store, Instant now) {
    this.store = store;
    this.now = now;
  }

  /**
   * @param otherwise what the same characters are if they are no such code
   */
  Verification run(String user, RecoveryCode code, Supplier<Verification> otherwise) {
    if (store.recoveryCodes().count(user).left() == 0) {
      return otherwise.get();
    }
    List<Authenticator> active = active(user);
    List<Authenticator> open = active.stream().filter(held -> !held.lockedAt(now)).toList();
    if (!open.isEmpty() && store.recoveryCodes().consume(user, code, now)) {
      return Verification.byRecoveryCode(user, store.recoveryCodes().count(user).left());
    }
    Verification verification = otherwise.get();
    if (verification.reason() != Reason.MALFORMED || active.isEmpty()) {
      return verification;
    }
    if (open.isEmpty()) {
      return Verification.throttled(user, earliest(active));
    }
    for (Authenticator authenticator : open) {
      store.authenticators().update(authenticator.failed(now));
    }
    return Verification.of(user, Reason.WRONG);
  }

  private static Instant earliest(List<Authenticator> locked) {
    Instant earliest = Instant.MAX;
    for (Authenticator held : locked) {
      Instant until = held.lockedUntil();
      earliest = until.isBefore(earliest) ? until : earliest;
    }
    return earliest;
  }

  private List<Authenticator> active(String user) {
    List<Authenticator> active = new ArrayList<>();
    for (Authenticator held : store.authenticators().of(user)) {
      if (held.state() == State.ACTIVE) {
        active.add(held);
      }
    }
    return active;
  }
}
