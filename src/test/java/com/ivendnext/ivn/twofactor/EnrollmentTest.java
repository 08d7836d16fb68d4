package com.ivendnext.ivn.twofactor;

import static com.ivendnext.ivn.TestSite.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.TestSite;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.twofactor.Authenticator.State;
import com.ivendnext.ivn.twofactor.Enrollment.Offer;
import com.ivendnext.ivn.twofactor.Enrollment.Request;
import com.ivendnext.ivn.twofactor.Verification.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrollmentTest {
  private static final SharedSecret OWN = SharedSecret.ofBase32("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

  @TempDir Path directory;

  private TestSite site;

  @BeforeEach
  void open() {
    site = new TestSite(directory);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private Offer begin(String label, SharedSecret secret, boolean replace) {
    return site.enrollment().begin(Request.app(USER, label, secret, replace));
  }

  private Failure refusal(String label, SharedSecret secret, boolean replace) {
    return assertThrows(Failure.class, () -> begin(label, secret, replace));
  }

  private List<Authenticator> held() {
    return site.store().authenticators().of(USER);
  }

  @Test
  void a_new_authenticator_is_pending_with_a_secret_of_160_bits() {
    Offer offer = begin("app", null, false);
    assertEquals(State.PENDING, offer.authenticator().state());
    assertEquals(160, offer.uri().secret().bits());
    assertEquals("iVendNext", offer.uri().issuer());
    assertTrue(offer.warnings().isEmpty());
  }

  @Test
  void a_pending_one_is_shown_again_with_the_same_secret() {
    Offer first = begin("app", null, false);
    Offer again = begin("app", null, false);
    assertTrue(again.again());
    assertEquals(first.uri().uri(), again.uri().uri());
    assertEquals(1, held().size());
  }

  @Test
  void a_pending_one_does_not_take_another_secret() {
    begin("app", null, false);
    assertEquals(Failure.Kind.REFUSED, refusal("app", OWN, false).kind());
  }

  @Test
  void an_own_secret_is_taken() {
    assertEquals(OWN, begin("app", OWN, false).uri().secret());
  }

  @Test
  void a_weak_secret_is_marked_and_warned_of() {
    Offer offer = begin("app", SharedSecret.ofBase32("JBSWY3DPEHPK3PXP"), false);
    assertTrue(offer.authenticator().weak());
    assertEquals(
        List.of("the secret has less than 128 bits; RFC 4226 asks for more"), offer.warnings());
  }

  @Test
  void new_authenticators_follow_the_settings_and_warn_of_what_apps_ignore() {
    site.config.put("otp_algorithm", "SHA256");
    site.config.put("otp_digits", 8L);
    Offer offer = begin("app", null, false);
    assertEquals(8, site.code(offer.authenticator(), 0).length());
    assertEquals(1, offer.warnings().size());
  }

  @Test
  void an_unknown_user_enrolls_nothing() {
    Request request = Request.app("x@example.com", "app", null, false);
    Failure failure = assertThrows(Failure.class, () -> site.enrollment().begin(request));
    assertEquals(Failure.Kind.NOT_FOUND, failure.kind());
  }

  @Test
  void the_right_code_activates_it() {
    Authenticator pending = begin("app", null, false).authenticator();
    assertTrue(site.confirmation().confirm(USER, site.code(pending, 0)).accepted());
    assertEquals(State.ACTIVE, site.current(pending).state());
    assertEquals(site.clock.instant(), site.current(pending).confirmedAt());
  }

  @Test
  void a_wrong_code_leaves_it_pending_and_counts() {
    Authenticator pending = begin("app", null, false).authenticator();
    Reason reason = site.confirmation().confirm(USER, site.wrongCode(pending)).reason();
    assertEquals(Reason.WRONG, reason);
    assertEquals(State.PENDING, site.current(pending).state());
    assertEquals(1, site.current(pending).failures());
  }

  @Test
  void nothing_pending_cannot_be_confirmed() {
    Failure failure =
        assertThrows(Failure.class, () -> site.confirmation().confirm(USER, "123456"));
    assertEquals(Failure.Kind.REJECTED, failure.kind());
  }

  @Test
  void a_second_one_of_the_same_label_needs_replace() {
    site.enroll(USER);
    Failure failure = refusal("app", null, false);
    assertEquals(Failure.Kind.REFUSED, failure.kind());
    assertTrue(failure.hint().contains("--replace"));
  }

  @Test
  void several_labels_live_side_by_side() {
    site.enroll(USER);
    site.enroll(USER, "tablet");
    assertEquals(2, held().size());
  }

  @Test
  void a_replaced_one_counts_until_its_successor_is_proven() {
    Authenticator old = site.enroll(USER);
    Authenticator successor = begin("app", null, true).authenticator();
    assertTrue(site.verifier().verify(USER, site.code(old, 0)).accepted());
    site.clock.advance(Duration.ofMinutes(1));
    site.confirmation().confirm(USER, site.code(successor, 0)).orFail();
    String late = site.code(successor, 1);
    assertEquals(List.of(successor.id()), held().stream().map(Authenticator::id).toList());
    assertTrue(site.verifier().verify(USER, late).accepted());
  }

  @Test
  void two_of_one_user_cannot_share_a_secret() {
    begin("app", OWN, false);
    assertEquals(Failure.Kind.REFUSED, refusal("tablet", OWN, false).kind());
  }

  @Test
  void the_secret_does_not_stand_in_the_store() throws IOException {
    byte[] secret = begin("app", OWN, false).uri().secret().bytes();
    site.reopen(); // leaves nothing in the journal
    String file = Files.readString(site.file, StandardCharsets.ISO_8859_1);
    assertTrue(file.contains(USER));
    assertFalse(file.contains(OWN.base32()));
    assertFalse(file.contains(new String(secret, StandardCharsets.ISO_8859_1)));
  }
}
