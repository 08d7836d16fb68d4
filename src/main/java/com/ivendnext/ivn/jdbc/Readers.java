package com.ivendnext.ivn.jdbc;

import com.ivendnext.ivn.Failure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** A few connections for reading, each used by one thread at a time. */
final class Readers implements AutoCloseable {
  private static final int MOST = 8;

  private final Supplier<SqlStore> opener;
  private final Semaphore permits = new Semaphore(MOST, true);
  private final Deque<SqlStore> idle = new ArrayDeque<>();
  private final ThreadLocal<SqlStore> held = new ThreadLocal<>();
  private boolean closed;

  Readers(Supplier<SqlStore> opener) {
    this.opener = opener;
  }

  /**
   * Runs {@code reading} with a connection; nested calls get the same one, so that no thread waits
   * for a second while it holds a first.
   *
   * @throws Failure try later: none came free in time; or what opening a connection throws
   */
  <T> T read(Function<SqlStore, T> reading) {
    SqlStore mine = held.get();
    if (mine != null) {
      return reading.apply(mine);
    }
    await();
    try {
      SqlStore reader = take();
      held.set(reader);
      try {
        return reading.apply(reader);
      } finally {
        held.remove();
        giveBack(reader);
      }
    } finally {
      permits.release();
    }
  }

  private void await() {
    try {
      if (!permits.tryAcquire(SharedStore.PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw SharedStore.busy();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw SharedStore.interrupted();
    }
  }

  private SqlStore take() {
    SqlStore reader;
    synchronized (this) {
      if (closed) {
        throw SharedStore.closed();
      }
      reader = idle.poll();
    }
    return reader != null ? reader : opener.get();
  }

  private synchronized void giveBack(SqlStore reader) {
    if (closed) {
      reader.close();
    } else {
      idle.push(reader);
    }
  }

  /** Closes those that are idle, and each of the others once its thread is done with it. */
  @Override
  public synchronized void close() {
    closed = true;
    idle.forEach(SqlStore::close);
    idle.clear();
  }
}
