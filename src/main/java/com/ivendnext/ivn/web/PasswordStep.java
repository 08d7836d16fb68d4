package com.ivendnext.ivn.web;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.login.Login.Outcome;
import com.ivendnext.ivn.settings.Method;
import com.ivendnext.ivn.twofactor.DeliveryChannel;
import com.ivendnext.ivn.twofactor.LoginContext;
import com.ivendnext.ivn.twofactor.UserName;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The password step, a few at a time: hashing is slow on purpose, and codes must not wait for it.
 */
final class PasswordStep {
  private static final int LONGEST_NAME = 140;
  private static final int WAITING_EACH = 8;
  private static final int PATIENCE_SECONDS = 5;

  private final Semaphore places;
  private final Semaphore queue;

  /**
   * @param places how many at the same time
   */
  PasswordStep(int places) {
    this.places = new Semaphore(places, true);
    this.queue = new Semaphore(places * WAITING_EACH);
  }

  /**
   * @throws Failure as {@code Login.start} does; try later: too many wait
   */
  Outcome start(Call call, ServedSite site, LoginContext from) {
    String user = UserName.canonical(call.field("usr"));
    if (user.length() > LONGEST_NAME) {
      throw Failure.rejected("no user has such a name").detail("reason", "credentials");
    }
    try (Turn turn = new Turn()) {
      if (site.store().passwords().find(user).isEmpty()) {
        site.unknownUsers().attempt(user, site.values());
      }
      Function<Method, DeliveryChannel> channels =
          method -> {
            turn.end(); // the password is right, and mail may be slow
            return site.channel(method);
          };
      return site.login().start(user, call.field("pwd").toCharArray(), from, channels);
    }
  }

  /** One of the places, waited for in the queue. */
  private final class Turn implements AutoCloseable {
    private boolean over;

    /**
     * @throws Failure try later: too many wait, or none came free in time
     */
    Turn() {
      if (!queue.tryAcquire()) {
        throw busy();
      }
      boolean placed = false;
      try {
        placed = places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
      if (!placed) {
        queue.release();
        throw busy();
      }
    }

    @Override
    public void close() {
      end();
    }

    /** Gives the place up, once; later calls do nothing. */
    private void end() {
      if (!over) {
        over = true;
        places.release();
        queue.release();
      }
    }
  }

  private static Failure busy() {
    return Failure.tryLater("too many passwords are being looked at");
  }
}
