package com.ivendnext.ivn.twofactor;

import static com.ivendnext.ivn.TestSite.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.TestSite;
import com.ivendnext.ivn.twofactor.Diagnosis.Finding;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A diagnosis costs what a wrong code costs, so that it is no way to guess. */
class DiagnosisCostTest {
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

  private Finding diagnose(String code) {
    return site.diagnosis().diagnose(USER, code);
  }

  private Failure refusal(String user, String code) {
    return assertThrows(Failure.class, () -> site.diagnosis().diagnose(user, code));
  }

  @Test
  void counts_as_a_wrong_code_even_when_it_is_right() {
    diagnose(site.code(app, 0));
    assertEquals(1, site.current(app).failures());
    diagnose(site.code(app, 0));
    assertEquals(2, site.current(app).failures());
  }

  @Test
  void throttles_as_wrong_codes_do() {
    for (int i = 0; i < 3; i++) {
      diagnose(site.code(app, 0));
    }
    Failure failure = refusal(USER, site.code(app, 0));
    assertEquals(Failure.Kind.TRY_LATER, failure.kind());
    assertEquals("ivn user unlock user@example.com clears that", failure.hint());
    assertEquals(site.clock.instant().plusSeconds(1), failure.details().get("until"));
    assertEquals(3, site.current(app).failures());
  }

  @Test
  void finds_nothing_out_about_an_authenticator_that_is_throttled() {
    for (int i = 0; i < 3; i++) {
      site.verifier().verify(USER, site.wrongCode(app));
    }
    Authenticator tablet = site.enroll(USER, "tablet");
    assertNotEquals("app", diagnose(site.code(app, 0)).authenticator());
    assertEquals("tablet", diagnose(site.code(tablet, 0)).authenticator());
    assertEquals(3, site.current(app).failures());
  }

  @Test
  void says_so_when_wrong_codes_have_ended_the_authenticator() {
    for (int i = 0; i < Throttle.LIMIT; i++) {
      site.clock.advance(Duration.ofMinutes(15));
      site.verifier().verify(USER, site.wrongCode(app));
    }
    Failure failure = refusal(USER, site.code(app, 0));
    assertEquals(Failure.Kind.REJECTED, failure.kind());
    assertEquals("100 wrong codes in a row ended app", failure.getMessage());
    assertEquals("ivn user unlock user@example.com lets it count again", failure.hint());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345", "12345a", "0000-0000-0000-0000-0000-0000"})
  void a_malformed_code_is_rejected_and_not_counted(String code) {
    assertEquals(Failure.Kind.REJECTED, refusal(USER, code).kind());
    assertEquals(0, site.current(app).failures());
  }
}
