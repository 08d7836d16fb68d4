package com.ivendnext.ivn.twofactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.TestSite;
import com.ivendnext.ivn.twofactor.Authenticator.State;
import com.ivendnext.ivn.twofactor.Verification.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recovery codes that another program made. */
class ImportedCodeTest {
  private static final String USER = TestSite.USER;

  @TempDir Path directory;
  private TestSite site;

  @BeforeEach
  void make_a_site() {
    site = new TestSite(directory);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private void give(String... codes) {
    List<RecoveryCode> read =
        List.of(codes).stream().map(RecoveryCode::readImported).map(Optional::orElseThrow).toList();
    site.store()
        .write(
            () -> {
              site.store().recoveryCodes().replace(USER, read, site.clock.instant());
              return null;
            });
  }

  private Reason verify(String typed) {
    return site.verifier().verify(USER, typed).reason();
  }

  @Test
  void a_scratch_code_of_eight_digits_gets_in_once() {
    site.enroll(USER);
    give("12345678", "87654321");
    Verification first = site.verifier().verify(USER, "1234 5678");
    assertTrue(first.accepted());
    assertEquals(1, first.recoveryCodesLeft());
    assertEquals(Reason.WRONG, verify("12345678"));
    assertEquals(Reason.ACCEPTED, verify("87654321"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"abcd2345", "ABCD-2345", " abcd 2345 "})
  void letters_come_in_either_case_and_any_spacing(String typed) {
    site.enroll(USER);
    give("abcd2345");
    assertEquals(Reason.ACCEPTED, verify(typed));
  }

  @Test
  void guessing_them_costs_what_guessing_codes_costs() {
    Authenticator app = site.enroll(USER);
    give("12345678");
    for (int i = 0; i < 3; i++) {
      assertEquals(Reason.WRONG, verify("0000000" + i));
    }
    assertEquals(3, site.current(app).failures());
    assertEquals(Reason.THROTTLED, verify("12345678"));
    assertEquals(Reason.THROTTLED, verify("abcdefgh"));
    site.clock.advance(Duration.ofSeconds(1));
    assertEquals(Reason.ACCEPTED, verify("12345678"));
  }

  @Test
  void guessing_them_ends_the_authenticator_beside_which_they_count() {
    Authenticator app = site.enroll(USER);
    give("12345678");
    for (int i = 0; i < Throttle.LIMIT; i++) {
      verify("1000" + (1000 + i));
      site.clock.advance(Duration.ofMinutes(15));
    }
    assertEquals(State.DISABLED, site.current(app).state());
    assertEquals(Reason.DISABLED, verify("12345678"));
  }

  @Test
  void without_an_authenticator_nothing_would_throttle_them() {
    give("12345678");
    assertEquals(Reason.NOT_ENROLLED, verify("12345678"));
  }

  @Test
  void who_has_no_recovery_codes_pays_nothing_for_a_slip() {
    Authenticator app = site.enroll(USER);
    assertEquals(Reason.MALFORMED, verify("not a code"));
    assertEquals(Reason.MALFORMED, verify("12345678"));
    assertEquals(0, site.current(app).failures());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1234567", "abc_defgh", "ünicode12"})
  void what_is_none_is_not_read(String typed) {
    assertEquals(Optional.empty(), RecoveryCode.readImported(typed));
  }
}
