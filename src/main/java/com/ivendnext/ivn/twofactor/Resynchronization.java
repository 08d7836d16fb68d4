package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.otp.TypedCode;
import com.ivendnext.ivn.twofactor.Authenticator.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Learns how far an authenticator is off from two consecutive codes (RFC 4226 section 7.4, RFC 6238
 * section 6): within a day for a clock, within 100 codes for a hardware token.
 */
public final class Resynchronization {
  private final Store store;
  private final Clock clock;

  public Resynchronization(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * What was learned.
   *
   * @param offset seconds that the clock is ahead (behind: negative), or codes that were skipped
   * @param counted whether {@code offset} counts codes
   */
  public record Learned(String user, String authenticator, long offset, boolean counted) {}

  /**
   * Looks for the two codes, uses both up and remembers how far off they are. Codes that are not
   * found count as a wrong one.
   *
   * @throws Failure not found: no such user; rejected: malformed, not consecutive, used before, or
   *     nothing is enrolled; try later: throttled
   */
  public Learned resynchronize(String typedUser, String typedFirst, String typedSecond) {
    String first = code(typedFirst);
    String second = code(typedSecond);
    Learned[] learned = {null};
    String user =
        store.write(
            () -> {
              String name = new Accounts(store, clock).find(typedUser).user().name();
              learned[0] = learn(name, first, second);
              store.record(
                  Event.of("otp.resync", name)
                      .outcome(learned[0] == null ? "wrong" : "ok")
                      .detail(learned[0] == null ? null : learned[0].authenticator()));
              return name;
            });
    if (learned[0] == null) {
      throw Failure.rejected("these are no two consecutive codes of " + user + " of the last day")
          .hint("take the next two that it shows; ivn otp diagnose tells about a single one");
    }
    return learned[0];
  }

  private Learned learn(String user, String first, String second) {
    Instant now = clock.instant();
    Search search = new Search(store.authenticators(), now);
    Learned learned = null;
    for (Authenticator authenticator : search.open(user)) {
      OptionalLong factor = search.consecutive(authenticator, first, second);
      if (learned == null && factor.isPresent()) {
        learned = remember(authenticator, factor.getAsLong(), now);
      }
      if (learned == null) {
        store.authenticators().update(authenticator.failed(now));
      }
    }
    return learned;
  }

  private Learned remember(Authenticator authenticator, long factor, Instant now) {
    boolean counted = authenticator.kind() == Kind.HOTP;
    long expected = counted ? authenticator.lastFactor() + 2 : authenticator.totp().step(now);
    int drift = counted ? 0 : (int) (factor - expected);
    if (!store.authenticators().consume(authenticator, factor, drift, now)) {
      return null;
    }
    long unit = counted ? 1 : authenticator.period();
    return new Learned(
        authenticator.user(), authenticator.label(), (factor - expected) * unit, counted);
  }

  private static String code(String typed) {
    return TypedCode.read(typed)
        .orElseThrow(
            () ->
                Failure.rejected("the code is malformed").hint("a code is 6 to 8 digits, 0 to 9"));
  }
}
