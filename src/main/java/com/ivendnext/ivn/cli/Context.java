package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.audit.Actor;
import com.ivendnext.ivn.settings.Method;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.site.Site;
import com.ivendnext.ivn.terminal.Terminal;
import com.ivendnext.ivn.twofactor.DeliveryChannel;
import com.ivendnext.ivn.twofactor.Store;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The surroundings of a run: everything that is not the command line. Built in {@code main},
 * replaced whole in tests.
 *
 * @param random made when first asked for
 * @param actor who runs this, for the audit log
 * @param opener opens stores
 * @param clockSynchronised whether the machine's clock is kept right; empty where nobody knows
 * @param channels makes the channel of Email and SMS
 * @param staying what only a command needs that stays
 */
public record Context(
    Terminal terminal,
    Clock clock,
    Supplier<SecureRandom> random,
    Map<String, String> environment,
    Path workingDirectory,
    Supplier<Actor> actor,
    StoreOpener opener,
    Supplier<Optional<Boolean>> clockSynchronised,
    BiFunction<Method, Values, DeliveryChannel> channels,
    Staying staying) {

  /** The same with other streams, and stores opened otherwise. */
  Context with(Terminal streams, StoreOpener stores) {
    return new Context(
        streams,
        clock,
        random,
        environment,
        workingDirectory,
        actor,
        stores,
        clockSynchronised,
        channels,
        staying);
  }

  /** The same where {@code others} act. */
  public Context actingAs(Supplier<Actor> others) {
    return new Context(
        terminal,
        clock,
        random,
        environment,
        workingDirectory,
        others,
        opener,
        clockSynchronised,
        channels,
        staying);
  }

  /** Opens the store of a site; made on first need. */
  public interface StoreOpener {
    /**
     * @throws com.ivendnext.ivn.Failure (data, try later) when it cannot be had
     */
    Store open(Site site, Context context);

    /**
     * To be called when a store that was opened here is no longer needed.
     *
     * @param warn told what did not go well although it was done
     */
    default void release(Store store, Consumer<String> warn) {
      store.unsentRecords().ifPresent(warn);
      store.close();
    }

    /** To be called before the directory of {@code site} goes elsewhere. */
    default void forget(Site site) {
      // nothing is kept
    }
  }

  /**
   * What a command needs that stays and serves.
   *
   * @param opener opens stores for many threads at once
   * @param untilStopped returns once the program is asked to end
   */
  public record Staying(StoreOpener opener, Runnable untilStopped) {}
}
