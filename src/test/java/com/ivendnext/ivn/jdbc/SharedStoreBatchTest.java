package com.ivendnext.ivn.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.twofactor.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Work that waited together and shares one transaction. */
class SharedStoreBatchTest extends SharedStoreFixture {
  @Test
  void whatever_waits_shares_one_transaction() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    holdWriter(release);
    int before = heads.get();
    AtomicInteger next = new AtomicInteger();
    List<FutureTask<Role>> tasks = startMany(() -> addRole("Role " + next.incrementAndGet()));
    awaitWaiting(1);
    release.countDown();
    for (FutureTask<Role> task : tasks) {
      assertEquals(task.get(), store.roles().find(task.get().name()).orElseThrow());
    }
    assertEquals(1, heads.get() - before);
  }

  @Test
  void work_that_throws_undoes_only_itself() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    holdWriter(release);
    FutureTask<Role> good = start(() -> addRole("Good"));
    FutureTask<Role> bad =
        start(
            () ->
                store.write(
                    () -> {
                      addRole("Bad");
                      throw new IllegalStateException("on purpose");
                    }));
    FutureTask<Role> alsoGood = start(() -> addRole("Also good"));
    awaitWaiting(1);
    release.countDown();
    good.get();
    alsoGood.get();
    ExecutionException thrown = assertThrows(ExecutionException.class, bad::get);
    assertEquals("on purpose", thrown.getCause().getMessage());
    assertTrue(store.roles().find("Good").isPresent());
    assertTrue(store.roles().find("Also good").isPresent());
    assertTrue(store.roles().find("Bad").isEmpty());
    assertEquals(Optional.empty(), store.auditFault());
  }

  @Test
  void a_rehearsal_among_writes_leaves_nothing() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    holdWriter(release);
    FutureTask<Role> rehearsed = start(() -> store.rehearse(() -> addRole("Rehearsed")));
    FutureTask<Role> written = start(() -> addRole("Written"));
    awaitWaiting(1);
    release.countDown();
    assertEquals("Rehearsed", rehearsed.get().name());
    written.get();
    assertTrue(store.roles().find("Rehearsed").isEmpty());
    assertTrue(store.roles().find("Written").isPresent());
    assertEquals(Optional.empty(), store.auditFault());
  }

  @Test
  void a_failed_statement_fails_its_own_work_only() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    holdWriter(release);
    FutureTask<Role> same = start(() -> addRole("Guest"));
    FutureTask<Role> good = start(() -> addRole("Good"));
    awaitWaiting(1);
    release.countDown();
    good.get();
    assertInstanceOf(Failure.class, assertThrows(ExecutionException.class, same::get).getCause());
  }

  @Test
  void all_who_share_a_transaction_are_told_when_it_fails() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    holdWriter(release);
    AtomicInteger next = new AtomicInteger();
    List<FutureTask<Role>> tasks = startMany(() -> addRole("Role " + next.incrementAndGet()));
    awaitWaiting(1);
    headFails = true;
    release.countDown();
    for (FutureTask<Role> task : tasks) {
      Throwable cause = assertThrows(ExecutionException.class, task::get).getCause();
      assertEquals("on purpose", cause.getMessage());
    }
    headFails = false;
    addRole("Next");
    assertEquals(Optional.empty(), store.auditFault());
  }

  @Test
  void what_waits_at_closing_is_done_and_what_comes_later_refused() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    holdWriter(release);
    FutureTask<Role> waiting = start(() -> addRole("Waiting"));
    awaitWaiting(1);
    FutureTask<Void> closing =
        start(
            () -> {
              store.close();
              return null;
            });
    awaitWaiting(2);
    release.countDown();
    closing.get();
    waiting.get();
    assertEquals(
        "the store is closed", assertThrows(Failure.class, () -> addRole("x")).getMessage());
    site.reopen();
    assertTrue(site.store().roles().find("Waiting").isPresent());
  }

  @Test
  void a_record_names_whoever_called() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    holdWriter(release);
    for (String name : List.of("anna", "berta")) {
      start(
          () -> {
            account.set(name);
            return addRole("Role of " + name);
          });
    }
    awaitWaiting(1);
    release.countDown();
    addRole("Last");
    Set<String> told = new TreeSet<>();
    store.eachRecord(
        record -> told.add(record.actor().account() + ": " + record.event().subject()));
    assertTrue(told.contains("anna: Role of anna"), told.toString());
    assertTrue(told.contains("berta: Role of berta"), told.toString());
    assertTrue(told.contains("tester: Last"), told.toString());
  }
}
