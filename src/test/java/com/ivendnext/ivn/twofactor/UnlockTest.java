package com.ivendnext.ivn.twofactor;

import static com.ivendnext.ivn.TestSite.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.ivendnext.ivn.AuditTrail;
import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.InProcess;
import com.ivendnext.ivn.TestSite;
import com.ivendnext.ivn.twofactor.Authenticator.State;
import com.ivendnext.ivn.twofactor.Verification.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnlockTest {
  @TempDir Path directory;

  private TestSite site;
  private Authenticator app;

  @BeforeEach
  void enroll() {
    site = new TestSite(directory);
    app = site.enroll(USER);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private Reason verify(String code) {
    return site.verifier().verify(USER, code).reason();
  }

  /** Fails as often as it takes however long each failure makes the next one wait. */
  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      site.clock.advance(Duration.ofMinutes(15));
      assertEquals(Reason.WRONG, verify(site.wrongCode(app)));
    }
  }

  @Test
  void the_next_code_is_looked_at_at_once() {
    fail(7);
    assertEquals(Reason.THROTTLED, verify(site.code(app, 0)));
    assertEquals(new Reset.Cleared(USER, List.of("app"), 7), site.reset().unlock(USER));
    assertEquals(Reason.ACCEPTED, verify(site.code(app, 0)));
  }

  @Test
  void a_hundred_failures_end_an_authenticator_and_unlocking_revives_it() {
    fail(Throttle.LIMIT);
    assertEquals(State.DISABLED, site.current(app).state());
    assertEquals(Reason.DISABLED, verify(site.code(app, 0)));
    site.reset().unlock(USER);
    assertEquals(State.ACTIVE, site.current(app).state());
    assertEquals(Reason.ACCEPTED, verify(site.code(app, 0)));
  }

  @Test
  void the_cap_counts_anew_afterwards() {
    fail(Throttle.LIMIT);
    site.reset().unlock(USER);
    fail(Throttle.LIMIT - 1);
    assertEquals(State.ACTIVE, site.current(app).state());
    fail(1);
    assertEquals(State.DISABLED, site.current(app).state());
  }

  @Test
  void revives_an_unproven_authenticator_as_an_unproven_one() {
    site.add("b@example.com");
    Authenticator pending =
        site.enrollment()
            .begin(Enrollment.Request.app("b@example.com", "app", null, false))
            .authenticator();
    for (int i = 0; i < Throttle.LIMIT; i++) {
      site.clock.advance(Duration.ofMinutes(15));
      site.confirmation().confirm("b@example.com", site.wrongCode(pending));
    }
    assertEquals(State.DISABLED, site.current(pending).state());
    site.reset().unlock("b@example.com");
    assertEquals(State.PENDING, site.current(pending).state());
  }

  @Test
  void makes_no_used_code_good_again() {
    String used = site.code(app, 0);
    verify(used);
    fail(3);
    site.clock.set(InProcess.START);
    site.reset().unlock(USER);
    assertEquals(Reason.REPLAYED, verify(used));
  }

  @Test
  void clears_every_authenticator_of_the_user_and_nobody_elses() {
    site.clock.advance(Duration.ofMinutes(1));
    site.enroll(USER, "tablet");
    site.add("b@example.com");
    Authenticator other = site.enroll("b@example.com");
    fail(4);
    site.verifier().verify("b@example.com", site.wrongCode(other));
    assertEquals(new Reset.Cleared(USER, List.of("app", "tablet"), 8), site.reset().unlock(USER));
    assertEquals(1, site.current(other).failures());
  }

  @Test
  void says_so_where_nothing_was_throttled() {
    assertEquals(new Reset.Cleared(USER, List.of(), 0), site.reset().unlock(USER));
  }

  @Test
  void is_recorded() {
    fail(3);
    site.reset().unlock(USER);
    assertEquals("user.unlock user@example.com ok [app]", AuditTrail.last(site.file));
  }

  @Test
  void nobody_unknown_is_unlocked() {
    Failure failure = assertThrows(Failure.class, () -> site.reset().unlock("x@example.com"));
    assertEquals(Failure.Kind.NOT_FOUND, failure.kind());
  }
}
