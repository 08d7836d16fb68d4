package com.ivendnext.ivn.jdbc;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.TestSite;
import com.ivendnext.ivn.audit.Actor;
import com.ivendnext.ivn.audit.AuditHead;
import com.ivendnext.ivn.audit.AuditLog;
import com.ivendnext.ivn.audit.AuditStore;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.crypto.MasterKey;
import com.ivendnext.ivn.twofactor.Role;
import com.ivendnext.ivn.twofactor.Store;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many threads over one {@link SharedStore}, and a latch that holds its writer. */
@Timeout(120)
abstract class SharedStoreFixture {
  static final int THREADS = 16;

  @TempDir Path directory;

  final AtomicInteger heads = new AtomicInteger();
  final ThreadLocal<String> account = ThreadLocal.withInitial(() -> "tester");
  final List<Thread> started = new ArrayList<>();
  volatile boolean headFails;
  TestSite site;
  Store store;

  /** Counts how often the head of the log is written, once per transaction. */
  private final class Counting implements SqlStore.Surroundings, AuditHead {
    private final SqlStore.Surroundings inner;

    Counting(SqlStore.Surroundings inner) {
      this.inner = inner;
    }

    @Override
    public List<MasterKey> masterKeys() {
      return inner.masterKeys();
    }

    @Override
    public SecureRandom random() {
      return inner.random();
    }

    @Override
    public AuditLog audit(AuditStore records, LongFunction<byte[]> key) {
      AuditLog.Chain chain = new AuditLog.Chain(records, this, key);
      return new AuditLog(chain, () -> new Actor(account.get(), null, null), site().clock);
    }

    private TestSite site() {
      return (TestSite) inner;
    }

    @Override
    public void fill(Store empty) {
      inner.fill(empty);
    }

    @Override
    public void advance(Head head) {
      if (headFails) {
        throw Failure.data("on purpose");
      }
      heads.incrementAndGet();
      site().head.advance(head);
    }

    @Override
    public Optional<Head> read() {
      return site().head.read();
    }
  }

  @BeforeEach
  void open() {
    site =
        new TestSite(directory, (file, outside) -> SharedStore.sqlite(file, new Counting(outside)));
    store = site.store();
  }

  @AfterEach
  void close() throws InterruptedException {
    for (Thread thread : started) {
      thread.join();
    }
    site.close();
  }

  <T> FutureTask<T> start(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task);
    started.add(thread);
    thread.start();
    return task;
  }

  <T> List<FutureTask<T>> startMany(Callable<T> work) {
    List<FutureTask<T>> tasks = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      tasks.add(start(work));
    }
    return tasks;
  }

  Role addRole(String name) {
    return store.write(
        () -> {
          Role role = new Role(name, false);
          store.roles().add(role);
          store.record(Event.of("role.add", name));
          return role;
        });
  }

  /** Keeps the writer at work until the latch falls, and returns once it is. */
  FutureTask<Object> holdWriter(CountDownLatch release) throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    FutureTask<Object> holder =
        start(
            () ->
                store.write(
                    () -> {
                      held.countDown();
                      await(release);
                      return null;
                    }));
    held.await();
    return holder;
  }

  static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns once every thread started since {@code first} waits for the writer. */
  void awaitWaiting(int first) {
    for (Thread thread : started.subList(first, started.size())) {
      while (thread.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
    }
  }
}
