package com.ivendnext.ivn.twofactor;

import static com.ivendnext.ivn.TestSite.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ivendnext.ivn.TestSite;
import com.ivendnext.ivn.twofactor.Verification.Reason;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriftTest {
  @TempDir Path directory;

  private TestSite site;
  private Authenticator app;

  @BeforeEach
  void enroll() {
    site = new TestSite(directory);
    app = site.enroll(USER);
    succeed(0);
  }

  @AfterEach
  void close() {
    site.close();
  }

  /** An hour later the app shows the code of {@code steps} from now. */
  private Reason verify(int steps) {
    site.clock.advance(Duration.ofHours(1));
    return site.verifier().verify(USER, site.code(app, steps)).reason();
  }

  private void succeed(int steps) {
    assertEquals(Reason.ACCEPTED, verify(steps));
  }

  private int drift() {
    return site.current(app).drift();
  }

  @Test
  void a_code_on_time_moves_nothing() {
    succeed(0);
    succeed(0);
    assertEquals(0, drift());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1})
  void follows_after_two_in_a_row_on_the_same_side(int side) {
    succeed(side);
    assertEquals(0, drift());
    succeed(side);
    assertEquals(side, drift());
  }

  @Test
  void a_late_typist_moves_nothing() {
    succeed(-1);
    succeed(0);
    succeed(-1);
    succeed(1);
    succeed(-1);
    assertEquals(0, drift());
  }

  @Test
  void what_is_on_time_then_is_what_was_off_before() {
    succeed(1);
    succeed(1);
    succeed(1);
    succeed(1);
    assertEquals(1, drift());
  }

  @Test
  void a_wrong_code_in_between_changes_nothing() {
    succeed(1);
    site.verifier().verify(USER, site.wrongCode(app));
    succeed(1);
    assertEquals(1, drift());
  }

  @Test
  void the_window_moves_along() {
    succeed(1);
    succeed(1);
    assertEquals(Reason.WRONG, verify(-1));
    succeed(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1})
  void reaches_ten_steps_and_no_farther_by_itself(int side) {
    for (int steps = 1; steps <= 10; steps++) {
      succeed(side * steps);
      succeed(side * steps);
      assertEquals(side * steps, drift());
    }
    succeed(side * 11);
    succeed(side * 11);
    succeed(side * 11);
    assertEquals(side * 10, drift());
  }

  @Test
  void follows_back_from_wherever_a_resynchronisation_has_set_it() {
    site.clock.advance(Duration.ofHours(1));
    site.resynchronization().resynchronize(USER, site.code(app, 119), site.code(app, 120));
    assertEquals(120, drift());
    succeed(119);
    succeed(119);
    assertEquals(119, drift());
    succeed(120);
    succeed(120);
    assertEquals(119, drift());
  }

  @Test
  void a_hardware_token_has_no_clock() {
    site.add("b@example.com");
    Authenticator token = site.enrollToken("b@example.com", 0);
    site.confirmation().confirm("b@example.com", site.tokenCode(token, 3)).orFail();
    site.verifier().verify("b@example.com", site.tokenCode(token, 9)).orFail();
    site.verifier().verify("b@example.com", site.tokenCode(token, 15)).orFail();
    assertEquals(0, site.current(token).drift());
  }
}
