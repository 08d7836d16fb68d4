package com.ivendnext.ivn.twofactor;

import static com.ivendnext.ivn.TestSite.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.TestSite;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevocationTest {
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

  private Failure refusal(String name) {
    return assertThrows(Failure.class, () -> site.revocation().revoke(USER, name, false));
  }

  private boolean isHeld(Authenticator authenticator) {
    return site.store().authenticators().of(USER).stream()
        .anyMatch(held -> held.id().equals(authenticator.id()));
  }

  @Test
  void refuses_the_last_one_of_a_user_who_needs_one() {
    assertEquals(Failure.Kind.REFUSED, refusal("app").kind());
    assertTrue(isHeld(app));
  }

  @Test
  void force_revokes_even_the_last_one() {
    site.revocation().revoke(USER, "app", true);
    assertFalse(isHeld(app));
  }

  @Test
  void revokes_one_of_several_and_its_codes_are_void() {
    Authenticator tablet = site.enroll(USER, "tablet");
    String code = site.code(tablet, 0);
    site.revocation().revoke(USER, "tablet", false);
    assertFalse(isHeld(tablet));
    assertFalse(site.verifier().verify(USER, code).accepted());
  }

  @Test
  void revokes_the_last_one_of_a_user_who_needs_none() {
    site.config.put("enable_two_factor_auth", false);
    site.revocation().revoke(USER, "app", false);
    assertFalse(isHeld(app));
  }

  @Test
  void a_pending_one_is_no_reason_to_give_up_the_last_active_one() {
    site.enrollment().begin(Enrollment.Request.app(USER, "tablet", null, false));
    assertEquals(Failure.Kind.REFUSED, refusal("app").kind());
    site.revocation().revoke(USER, "tablet", false);
  }

  @Test
  void finds_one_by_its_id() {
    site.enroll(USER, "tablet");
    assertEquals("app", site.revocation().revoke(USER, app.id(), false).label());
  }

  @Test
  void an_ambiguous_label_is_refused() {
    site.enrollment().begin(Enrollment.Request.app(USER, "app", null, true));
    Failure failure = refusal("app");
    assertEquals(USER + " has 2 authenticators named app", failure.getMessage());
  }

  @Test
  void an_unknown_label_is_not_found() {
    assertEquals(Failure.Kind.NOT_FOUND, refusal("watch").kind());
  }
}
