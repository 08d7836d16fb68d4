package com.ivendnext.ivn.jdbc;

import com.ivendnext.ivn.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The one thread that changes a store. Whatever waits for it when it is free becomes one
 * transaction, so that many share the wait for the disk; nobody is answered before that is over.
 */
final class Writer implements AutoCloseable {
  private static final int MOST_WAITING = 1024;
  private static final int MOST_AT_ONCE = 256;

  private final SqlStore store;
  private final BlockingQueue<Piece<?>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final ExecutorService executor = Executors.newSingleThreadExecutor(this::thread);
  private volatile Thread thread;

  /** Takes {@code store} over: it is the writer's alone and closed with it. */
  Writer(SqlStore store) {
    this.store = store;
  }

  private Thread thread(Runnable loop) {
    thread = new Thread(loop, "ivn-writer");
    thread.setDaemon(true);
    return thread;
  }

  /** The store, where the calling thread is the writer and inside a transaction; else null. */
  SqlStore mine() {
    return Thread.currentThread() == thread ? store : null;
  }

  /**
   * Runs {@code work} as a part of a transaction and answers once that is durable.
   *
   * @param kept whether what it changes is to stay
   * @throws Failure try later: too much waits, or closed; else why the transaction came to nothing
   */
  <T> T run(Supplier<T> work, boolean kept) {
    Piece<T> piece = new Piece<>(store.actor(), work, kept);
    if (!waiting.offer(piece)) {
      throw SharedStore.busy();
    }
    try {
      executor.execute(this::runWaiting);
    } catch (RejectedExecutionException closing) {
      if (piece.withdraw()) {
        throw SharedStore.closed();
      }
    }
    return piece.answer();
  }

  /** Each piece asks for a run of its own, and most find that an earlier run took theirs along. */
  private void runWaiting() {
    if (waiting.isEmpty()) {
      return;
    }
    List<Piece<?>> batch = new ArrayList<>();
    try {
      store.write(() -> runAll(batch));
      batch.forEach(Piece::committed);
    } catch (RuntimeException | Error trouble) {
      waiting.drainTo(batch, MOST_AT_ONCE - batch.size());
      batch.forEach(piece -> piece.failed(trouble));
    }
  }

  /** Takes what waits once the transaction has begun, which may have had to wait itself. */
  private Void runAll(List<Piece<?>> batch) {
    waiting.drainTo(batch, MOST_AT_ONCE);
    batch.forEach(piece -> piece.run(store));
    return null;
  }

  /** Waits for what was handed over before. */
  @Override
  public void close() {
    executor.shutdown();
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = executor.awaitTermination(SharedStore.PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    store.close();
  }
}
