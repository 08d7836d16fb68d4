package com.ivendnext.ivn.jdbc;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.Actor;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Work that one thread wants done by the writer, and its outcome. */
final class Piece<T> {
  private final Actor actor;
  private final Supplier<T> work;
  private final boolean kept;
  private final AtomicBoolean taken = new AtomicBoolean();
  private final CountDownLatch done = new CountDownLatch(1);
  private T result;
  private Throwable thrown;

  /**
   * @param kept whether what the work changes is to stay
   */
  Piece(Actor actor, Supplier<T> work, boolean kept) {
    this.actor = actor;
    this.work = work;
    this.kept = kept;
  }

  /** Takes it from the writer; false where it has begun. */
  boolean withdraw() {
    return taken.compareAndSet(false, true);
  }

  /** Runs it in the open transaction of {@code store}, unless it was withdrawn. */
  void run(SqlStore store) {
    if (taken.compareAndSet(false, true)) {
      store.attempt(actor, this::attempt);
    }
  }

  private boolean attempt() {
    try {
      result = work.get();
      return kept;
    } catch (RuntimeException | Error trouble) {
      thrown = trouble;
      return false;
    }
  }

  /** The transaction is durable: the outcome holds. */
  void committed() {
    done.countDown();
  }

  /** The transaction came to nothing, whatever the work answered. */
  void failed(Throwable trouble) {
    thrown = trouble instanceof Failure failure ? failure.cause(failure) : trouble;
    done.countDown();
  }

  /**
   * What the work answered or threw, once that is durable.
   *
   * @throws Failure (try later) when it did not begin in time, or this thread was interrupted
   *     before it did; once begun it is waited for
   */
  T answer() {
    try {
      if (!done.await(SharedStore.PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        endWith(SharedStore.busy());
      }
    } catch (InterruptedException stop) {
      endWith(SharedStore.interrupted());
      Thread.currentThread().interrupt();
    }
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown != null) {
      throw (RuntimeException) thrown;
    }
    return result;
  }

  /** Begun work cannot be called back, and whoever asked must know how it ended. */
  private void endWith(Failure impatience) {
    if (withdraw()) {
      thrown = impatience;
      return;
    }
    boolean interrupted = false;
    while (done.getCount() > 0) {
      try {
        done.await();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
