package com.ivendnext.ivn.jdbc;

import static com.ivendnext.ivn.TestSite.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.twofactor.Authenticator;
import com.ivendnext.ivn.twofactor.Role;
import com.ivendnext.ivn.twofactor.Roles;
import com.ivendnext.ivn.twofactor.Store;
import com.ivendnext.ivn.twofactor.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What many threads do to one store. */
class SharedStoreThreadsTest extends SharedStoreFixture {
  @Test
  void many_writes_lose_nothing() throws Exception {
    int each = 25;
    AtomicInteger next = new AtomicInteger();
    List<FutureTask<Void>> tasks =
        startMany(
            () -> {
              for (int i = 0; i < each; i++) {
                addRole("Role " + next.incrementAndGet());
              }
              return null;
            });
    for (FutureTask<Void> task : tasks) {
      task.get();
    }
    Set<String> names = new TreeSet<>();
    store.roles().all().forEach(role -> names.add(role.name()));
    for (int i = 1; i <= THREADS * each; i++) {
      assertTrue(names.contains("Role " + i), "Role " + i);
    }
    assertEquals(Optional.empty(), store.auditFault());
  }

  @Test
  void two_programs_write_the_same_store() throws Exception {
    AtomicInteger next = new AtomicInteger();
    List<FutureTask<Role>> tasks = startMany(() -> addRole("Role " + next.incrementAndGet()));
    try (Store other = SqlStore.sqlite(site.file, site)) {
      for (int i = 0; i < 10; i++) {
        new Roles(other).add("Other " + i);
      }
    }
    for (FutureTask<Role> task : tasks) {
      assertTrue(store.roles().find(task.get().name()).isPresent());
    }
    assertTrue(store.roles().find("Other 9").isPresent());
    assertEquals(Optional.empty(), store.auditFault());
  }

  @Test
  void a_code_is_accepted_once_however_many_try_it() throws Exception {
    Authenticator app = site.enroll(USER);
    String code = site.code(app, 0);
    int accepted = 0;
    for (FutureTask<Verification> task : startMany(() -> site.verifier().verify(USER, code))) {
      accepted += task.get().accepted() ? 1 : 0;
    }
    assertEquals(1, accepted);
  }

  @Test
  void the_log_is_intact_after_a_storm_with_failures() throws Exception {
    AtomicInteger next = new AtomicInteger();
    List<FutureTask<Integer>> tasks =
        startMany(
            () -> {
              int failed = 0;
              for (int i = 0; i < 20; i++) {
                failed += addOrFail(next.incrementAndGet());
              }
              return failed;
            });
    int failed = 0;
    for (FutureTask<Integer> task : tasks) {
      failed += task.get();
    }
    AtomicInteger records = new AtomicInteger();
    store.eachRecord(record -> records.incrementAndGet());
    assertEquals(Optional.empty(), store.auditFault());
    assertEquals(2 + THREADS * 20 - failed, records.get());
    assertEquals(records.get(), site.head.read().orElseThrow().count());
    assertEquals(THREADS * 20 / 4, failed);
  }

  /** Every fourth adds its role and then fails. */
  private int addOrFail(int number) {
    try {
      store.write(
          () -> {
            addRole("Role " + number);
            if (number % 4 == 0) {
              throw Failure.refused("on purpose");
            }
            return null;
          });
      return 0;
    } catch (Failure onPurpose) {
      return 1;
    }
  }

  @Test
  void an_interrupted_thread_takes_back_what_has_not_begun() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    holdWriter(release);
    FutureTask<Role> late = start(() -> addRole("Late"));
    awaitWaiting(1);
    started.get(1).interrupt();
    Failure failure = (Failure) assertThrows(ExecutionException.class, late::get).getCause();
    release.countDown();
    assertEquals(Failure.Kind.TRY_LATER, failure.kind());
    addRole("Next");
    assertTrue(store.roles().find("Late").isEmpty());
  }

  @Test
  void begun_work_ends_however_its_thread_is_interrupted() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    FutureTask<Object> holder = holdWriter(release);
    started.get(0).interrupt();
    release.countDown();
    holder.get();
  }

  @Test
  void reads_see_what_is_committed_while_a_write_is_under_way() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch added = new CountDownLatch(1);
    FutureTask<Role> slow =
        start(
            () ->
                store.write(
                    () -> {
                      Role role = addRole("Slow");
                      added.countDown();
                      await(release);
                      return role;
                    }));
    added.await();
    assertTrue(store.roles().find("Slow").isEmpty());
    release.countDown();
    slow.get();
    assertTrue(store.roles().find("Slow").isPresent());
  }

  @Test
  void every_thread_may_read_within_its_own_reading() throws Exception {
    CountDownLatch all = new CountDownLatch(8);
    List<FutureTask<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      tasks.add(start(() -> readWithinReading(all)));
    }
    for (FutureTask<Integer> task : tasks) {
      assertEquals(2, task.get());
    }
  }

  private int readWithinReading(CountDownLatch all) {
    AtomicInteger found = new AtomicInteger();
    store
        .users()
        .each(
            person -> {
              all.countDown();
              await(all);
              found.addAndGet(store.users().find(person.user().name()).isPresent() ? 1 : 0);
            });
    return found.get();
  }

  @Test
  void a_change_outside_of_a_write_fails() {
    Failure failure =
        assertThrows(Failure.class, () -> store.roles().add(new Role("Auditor", false)));
    assertEquals(Failure.Kind.DATA, failure.kind());
    assertTrue(store.roles().find("Auditor").isEmpty());
  }
}
