package com.ivendnext.ivn.login;

import static com.ivendnext.ivn.TestSite.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.TestSite;
import com.ivendnext.ivn.crypto.PasswordHash;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordsTest {
  /** As Frappe stored it, with 29,000 rounds. */
  private static final PasswordHash FRAPPE =
      PasswordHash.parse(
              "$pbkdf2-sha256$29000$FSKk9H6PkRJCqDUmxJgzJg$C7G/U4pgMrOEyGeNGbs3PCbhC.uumHxbE5ig6ZiG8Bw")
          .orElseThrow();

  @TempDir Path directory;

  private TestSite site;
  private Passwords passwords;

  @BeforeEach
  void open() {
    site = new TestSite(directory);
    site.config.put("allow_consecutive_login_attempts", 3L);
    passwords = new Passwords(site.store(), site.values(), site.clock, SecureRandom::new);
    site.store().passwords().set(USER, FRAPPE, site.clock.instant());
  }

  @AfterEach
  void close() {
    site.close();
  }

  private boolean accepts(String password) {
    return passwords.check(USER, password.toCharArray()).isPresent();
  }

  private void failTimes(int times) {
    for (int i = 0; i < times; i++) {
      assertFalse(accepts("wrong password"));
    }
  }

  @Test
  void takes_a_password_that_frappe_stored_and_hashes_it_anew() {
    assertTrue(accepts("Correct-horse-0"));
    PasswordHash now = site.store().passwords().find(USER).orElseThrow().hash();
    assertFalse(now.outdated());
    assertTrue(accepts("Correct-horse-0"));
  }

  @Test
  void locks_after_as_many_as_the_setting_says_and_not_one_more() {
    failTimes(3);
    Failure failure = assertThrows(Failure.class, () -> accepts("Correct-horse-0"));
    assertEquals(Failure.Kind.TRY_LATER, failure.kind());
    assertEquals(site.clock.instant().plusSeconds(60), failure.details().get("until"));
  }

  @Test
  void opens_again_by_itself() {
    failTimes(3);
    site.clock.advance(Duration.ofSeconds(60));
    assertTrue(accepts("Correct-horse-0"));
  }

  @Test
  void counts_from_one_again_after_a_lock() {
    failTimes(3);
    site.clock.advance(Duration.ofSeconds(60));
    failTimes(2);
    assertTrue(accepts("Correct-horse-0"));
  }

  @Test
  void a_right_password_forgives() {
    failTimes(2);
    assertTrue(accepts("Correct-horse-0"));
    failTimes(2);
    assertTrue(accepts("Correct-horse-0"));
  }

  @Test
  void unlocking_clears_the_lock() {
    failTimes(3);
    assertTrue(site.reset().unlock(USER).cleared().contains("password"));
    assertTrue(accepts("Correct-horse-0"));
  }

  @Test
  void nobody_is_let_in_without_a_password() {
    site.add("b@example.com");
    assertTrue(passwords.check("b@example.com", "".toCharArray()).isEmpty());
    assertTrue(passwords.check("x@example.com", "Correct-horse-0".toCharArray()).isEmpty());
  }

  @Test
  void whoever_is_kept_from_logging_in_is_told_no_more_than_a_stranger() {
    site.accounts().enable(USER, false);
    assertFalse(accepts("Correct-horse-0"));
  }

  @Test
  void a_new_password_ends_the_old_one() {
    passwords.set(USER, "another password".toCharArray());
    assertFalse(accepts("Correct-horse-0"));
    assertTrue(accepts("another password"));
  }

  @Test
  void a_short_one_is_refused() {
    Failure failure =
        assertThrows(Failure.class, () -> passwords.set(USER, "1234567".toCharArray()));
    assertEquals(Failure.Kind.USAGE, failure.kind());
  }

  @Test
  void a_generated_one_is_long_and_new() {
    assertEquals(20, passwords.generate().length());
    assertFalse(passwords.generate().equals(passwords.generate()));
  }
}
