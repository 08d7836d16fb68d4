package com.ivendnext.ivn.twofactor;

import static com.ivendnext.ivn.TestSite.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.AuditTrail;
import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.TestSite;
import com.ivendnext.ivn.twofactor.Authenticator.State;
import com.ivendnext.ivn.twofactor.Verification.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryCodesTest {
  private static final String OTHER = "b@example.com";

  @TempDir Path directory;

  private TestSite site;
  private List<RecoveryCode> codes;

  @BeforeEach
  void generate() {
    site = new TestSite(directory);
    codes = site.recoveryCodes().generate(USER);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private Verification verify(String user, int number) {
    return site.verifier().verify(user, codes.get(number).grouped());
  }

  private Reason use(int number) {
    return verify(USER, number).reason();
  }

  @Test
  void are_ten_different_ones() {
    Set<String> different = new HashSet<>();
    codes.forEach(code -> different.add(code.characters()));
    assertEquals(10, different.size());
  }

  @Test
  void each_of_them_gets_in() {
    for (int i = 0; i < codes.size(); i++) {
      assertEquals(Reason.ACCEPTED, use(i));
    }
  }

  @Test
  void a_used_one_is_refused() {
    use(3);
    assertEquals(Reason.WRONG, use(3));
  }

  @Test
  void a_used_one_is_refused_after_a_restart() {
    use(3);
    site.reopen();
    assertEquals(Reason.WRONG, use(3));
    assertEquals(Reason.ACCEPTED, use(4));
  }

  @Test
  void new_ones_end_the_old_ones() {
    List<RecoveryCode> old = codes;
    codes = site.recoveryCodes().generate(USER);
    for (RecoveryCode code : old) {
      assertEquals(Reason.WRONG, site.verifier().verify(USER, code.grouped()).reason());
    }
    assertEquals(Reason.ACCEPTED, use(0));
  }

  @Test
  void those_of_another_user_are_refused_and_stay_good() {
    site.add(OTHER);
    site.recoveryCodes().generate(OTHER);
    assertEquals(Reason.WRONG, verify(OTHER, 0).reason());
    assertEquals(Reason.ACCEPTED, verify(USER, 0).reason());
  }

  @Test
  void nobody_gets_in_with_one_who_is_kept_from_logging_in() {
    site.accounts().enable(USER, false);
    assertEquals(Reason.USER_DISABLED, use(0));
    site.accounts().enable(USER, true);
    assertEquals(Reason.ACCEPTED, use(0));
  }

  @Test
  void get_in_while_every_authenticator_is_throttled() {
    Authenticator app = site.enroll(USER);
    for (int i = 0; i < 3; i++) {
      site.verifier().verify(USER, site.wrongCode(app));
    }
    assertEquals(Reason.THROTTLED, site.verifier().verify(USER, site.code(app, 0)).reason());
    assertEquals(Reason.ACCEPTED, use(0));
  }

  @Test
  void get_in_after_wrong_codes_ended_every_authenticator() {
    Authenticator app = site.enroll(USER);
    for (int i = 0; i < Throttle.LIMIT; i++) {
      site.clock.advance(Duration.ofMinutes(15));
      site.verifier().verify(USER, site.wrongCode(app));
    }
    assertEquals(State.DISABLED, site.current(app).state());
    assertEquals(Reason.ACCEPTED, use(0));
  }

  @Test
  void a_wrong_one_is_no_failure_of_an_authenticator() {
    Authenticator app = site.enroll(USER);
    site.verifier().verify(USER, "0000-0000-0000-0000-0000-0000");
    assertEquals(0, site.current(app).failures());
  }

  @Test
  void prove_no_authenticator() {
    site.enrollment().begin(Enrollment.Request.app(USER, "app", null, false));
    Verification answer = site.confirmation().confirm(USER, codes.get(0).grouped());
    assertEquals(Reason.MALFORMED, answer.reason());
  }

  @Test
  void each_use_says_how_many_are_left() {
    assertEquals(9, verify(USER, 0).recoveryCodesLeft());
    assertEquals(8, verify(USER, 7).recoveryCodesLeft());
  }

  @Test
  void are_counted() {
    use(0);
    use(1);
    RecoveryCodeStore.Count count = site.recoveryCodes().count(USER);
    assertEquals(10, count.total());
    assertEquals(8, count.left());
    assertEquals(site.clock.instant(), count.generatedAt());
  }

  @Test
  void whoever_has_none_has_zero() {
    site.add(OTHER);
    RecoveryCodeStore.Count count = site.recoveryCodes().count(OTHER);
    assertEquals(0, count.total());
    assertEquals(0, count.left());
    assertNull(count.generatedAt());
  }

  @Test
  void nobody_unknown_gets_any() {
    Failure failure =
        assertThrows(Failure.class, () -> site.recoveryCodes().generate("x@example.com"));
    assertEquals(Failure.Kind.NOT_FOUND, failure.kind());
  }

  @Test
  void go_with_their_user() {
    site.accounts().remove(USER);
    site.add(USER);
    assertEquals(0, site.recoveryCodes().count(USER).total());
    assertEquals(Reason.WRONG, use(0));
  }

  @Test
  void are_not_stored_in_clear() {
    String stored = storedText();
    assertTrue(stored.contains(USER), "the store, with its log still beside it");
    for (RecoveryCode code : codes) {
      assertFalse(stored.contains(code.characters()), "a code in clear");
      assertFalse(stored.contains(code.grouped()), "a code in clear");
    }
  }

  private String storedText() {
    try (Stream<Path> files = Files.walk(directory)) {
      StringBuilder text = new StringBuilder();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
      return text.toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void neither_making_nor_using_them_tells_the_log_more_than_that() {
    use(0);
    List<String> records = AuditTrail.of(site.file);
    assertEquals(
        List.of(
            "recovery.generate user@example.com ok",
            "otp.verify user@example.com ok [recovery code]"),
        records.subList(records.size() - 2, records.size()));
  }
}
