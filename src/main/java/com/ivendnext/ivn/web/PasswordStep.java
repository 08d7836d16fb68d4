package com.ivendnext.ivn.web;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.login.Login.Outcome;
import com.ivendnext.ivn.twofactor.LoginContext;
import com.ivendnext.ivn.twofactor.UserName;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

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
    if (!queue.tryAcquire()) {
      throw busy();
    }
    try {
      await();
      try {
        return start(user, call, site, from);
      } finally {
        places.release();
      }
    } finally {
      queue.release();
    }
  }

  private static Outcome start(String user, Call call, ServedSite site, LoginContext from) {
    if (site.store().passwords().find(user).isEmpty()) {
      site.unknownUsers().attempt(user, site.values());
    }
    return site.login().start(user, call.field("pwd").toCharArray(), from, site::channel);
  }

  private void await() {
    try {
      if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw busy();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw busy();
    }
  }

  private static Failure busy() {
    return Failure.tryLater("too many passwords are being looked at");
  }
}
