package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.audit.Event;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Gives people codes to put into a drawer. */
public final class RecoveryCodes {
  /** How many a user gets. */
  public static final int NUMBER = 10;

  /** At this many left the user is told to make new ones. */
  public static final int FEW = 2;

  private final Store store;
  private final Clock clock;
  private final Supplier<SecureRandom> random;

  public RecoveryCodes(Store store, Clock clock, Supplier<SecureRandom> random) {
    this.store = store;
    this.clock = clock;
    this.random = random;
  }

  /**
   * New codes for the user; older ones end. They can be read only now.
   *
   * @throws com.ivendnext.ivn.Failure (not found) where there is no such user
   */
  public List<RecoveryCode> generate(String typedUser) {
    List<RecoveryCode> codes = new ArrayList<>();
    for (int i = 0; i < NUMBER; i++) {
      codes.add(RecoveryCode.generate(random.get()));
    }
    return store.write(
        () -> {
          String user = new Accounts(store, clock).find(typedUser).user().name();
          store.recoveryCodes().replace(user, codes, clock.instant());
          store.record(Event.of("recovery.generate", user));
          return codes;
        });
  }

  /**
   * How many codes the user has.
   *
   * @throws com.ivendnext.ivn.Failure (not found) where there is no such user
   */
  public RecoveryCodeStore.Count count(String typedUser) {
    return store.recoveryCodes().count(new Accounts(store, clock).find(typedUser).user().name());
  }
}
