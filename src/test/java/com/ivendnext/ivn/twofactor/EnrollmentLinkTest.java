package com.ivendnext.ivn.twofactor;

import static com.ivendnext.ivn.TestSite.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.AuditTrail;
import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.TestSite;
import com.ivendnext.ivn.otp.KeyUri;
import com.ivendnext.ivn.twofactor.Authenticator.State;
import com.ivendnext.ivn.twofactor.EnrollmentLink.Issued;
import com.ivendnext.ivn.twofactor.EnrollmentLink.Opened;
import com.ivendnext.ivn.twofactor.Verification.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnrollmentLinkTest {
  @TempDir Path directory;

  private TestSite site;

  @BeforeEach
  void open() {
    site = new TestSite(directory);
    site.config.put("host_name", "https://erp.example.com");
  }

  @AfterEach
  void close() {
    site.close();
  }

  private Issued issue(String label) {
    return site.enrollmentLink().issue(Enrollment.Request.app(USER, label, null, false));
  }

  private Issued issue() {
    return issue(Enrollment.USUAL_LABEL);
  }

  private static String key(Issued issued) {
    return issued.url().substring(issued.url().indexOf("?k=") + 3);
  }

  private boolean opens(Issued issued) {
    return site.enrollmentLink().open(key(issued)).isPresent();
  }

  private Verification confirm(Issued issued, String code) {
    return site.enrollmentLink().confirm(key(issued), code).orElseThrow();
  }

  @Test
  void leads_to_the_pending_authenticator_of_the_user() {
    Issued issued = issue();
    Opened opened = site.enrollmentLink().open(key(issued)).orElseThrow();
    KeyUri uri = issued.offer().uri();
    assertEquals(USER, opened.user().name());
    assertEquals(uri.uri(), opened.uri().uri());
    assertEquals(State.PENDING, site.current(issued.offer().authenticator()).state());
  }

  @Test
  void takes_the_authenticator_that_is_pending_already() {
    Authenticator pending =
        site.enrollment().begin(Enrollment.Request.app(USER, "app", null, false)).authenticator();
    assertEquals(pending.id(), issue().offer().authenticator().id());
  }

  @ParameterizedTest
  @CsvSource({
    "https://erp.example.com, https://erp.example.com/qrcode?k=",
    "https://erp.example.com/, https://erp.example.com/qrcode?k=",
    "http://127.0.0.1:8000, http://127.0.0.1:8000/qrcode?k=",
    "erp.example.com, https://erp.example.com/qrcode?k=",
    "my_site:8443, https://my_site:8443/qrcode?k=",
    "https://example.com/erp, https://example.com/erp/qrcode?k="
  })
  void stands_below_host_name(String host, String start) {
    site.config.put("host_name", host);
    String url = issue().url();
    assertTrue(url.startsWith(start), url);
    assertTrue(url.substring(start.length()).matches("[0-9a-f]{48}"), url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.com",
        "https://",
        "a b",
        "https://me@example.com",
        "example.com?x=1",
        "https://example.com/#x",
        "https://example.com/\"onclick"
      })
  void a_host_name_that_is_none_is_refused(String host) {
    site.config.put("host_name", host);
    assertEquals(Failure.Kind.DATA, assertThrows(Failure.class, this::issue).kind());
  }

  @Test
  void without_host_name_nothing_is_made() {
    site.config.remove("host_name");
    Failure failure = assertThrows(Failure.class, this::issue);
    assertEquals(Failure.Kind.REFUSED, failure.kind());
    assertEquals("no link can be made: host_name is not set", failure.getMessage());
    assertTrue(failure.hint().startsWith("ivn set-config host_name "));
    assertTrue(site.store().authenticators().of(USER).isEmpty());
  }

  @Test
  void lives_as_long_as_the_setting_says() {
    Issued issued = issue();
    site.clock.advance(Duration.ofMillis(239_999));
    Opened opened = site.enrollmentLink().open(key(issued)).orElseThrow();
    assertEquals(Duration.ofMillis(1), opened.remaining());
    site.clock.advance(Duration.ofMillis(1));
    assertFalse(opens(issued));
    site.config.put("lifespan_qrcode_image", 86_400);
    assertEquals(site.clock.instant().plusSeconds(86_400), issue().link().expiresAt());
  }

  @Test
  void can_be_opened_more_than_once() {
    Issued issued = issue();
    assertTrue(opens(issued));
    assertTrue(opens(issued));
  }

  @Test
  void a_new_link_ends_the_older_one() {
    Issued older = issue();
    Issued newer = issue();
    assertFalse(opens(older));
    assertTrue(opens(newer));
    assertNotEquals(older.url(), newer.url());
  }

  @Test
  void a_new_link_to_another_authenticator_ends_the_older_one_too() {
    Issued older = issue("phone");
    issue("tablet");
    assertFalse(opens(older));
  }

  @Test
  void links_of_others_stay() {
    site.add("b@example.com");
    Issued first = issue();
    site.enrollmentLink().issue(Enrollment.Request.app("b@example.com", "app", null, false));
    assertTrue(opens(first));
  }

  @Test
  void a_code_proves_the_authenticator_and_ends_the_link() {
    Issued issued = issue();
    Authenticator app = issued.offer().authenticator();
    assertTrue(confirm(issued, site.code(app, 0)).accepted());
    assertEquals(State.ACTIVE, site.current(app).state());
    assertFalse(opens(issued));
    assertTrue(site.enrollmentLink().confirm(key(issued), site.code(app, 1)).isEmpty());
  }

  @Test
  void the_code_that_proved_it_is_used_up_and_the_next_one_is_good() {
    Issued issued = issue();
    Authenticator app = issued.offer().authenticator();
    confirm(issued, site.code(app, 0));
    assertEquals(Reason.REPLAYED, site.verifier().verify(USER, site.code(app, 0)).reason());
    assertTrue(site.verifier().verify(USER, site.code(app, 1)).accepted());
  }

  @Test
  void a_wrong_code_leaves_the_link() {
    Issued issued = issue();
    String wrong = site.wrongCode(issued.offer().authenticator());
    assertEquals(Reason.WRONG, confirm(issued, wrong).reason());
    assertEquals(Reason.MALFORMED, confirm(issued, "12x").reason());
    assertTrue(opens(issued));
  }

  @Test
  void wrong_codes_are_throttled_like_all_others() {
    Issued issued = issue();
    String wrong = site.wrongCode(issued.offer().authenticator());
    for (int i = 0; i < 3; i++) {
      confirm(issued, wrong);
    }
    String right = site.code(issued.offer().authenticator(), 0);
    assertEquals(Reason.THROTTLED, confirm(issued, right).reason());
    site.clock.advance(Duration.ofSeconds(1));
    assertTrue(confirm(issued, right).accepted());
  }

  @Test
  void a_new_link_does_not_forgive_wrong_codes() {
    Issued issued = issue();
    String wrong = site.wrongCode(issued.offer().authenticator());
    for (int i = 0; i < 3; i++) {
      confirm(issued, wrong);
    }
    assertEquals(Reason.THROTTLED, confirm(issue(), wrong).reason());
  }

  @Test
  void ends_when_guessing_ends_the_authenticator() {
    Issued issued = issue();
    Authenticator app = issued.offer().authenticator();
    for (int i = 0; i < Throttle.LIMIT; i++) {
      site.store().authenticators().update(site.current(app).failed(site.clock.instant()));
    }
    assertFalse(opens(issued));
  }

  @Test
  void ends_when_the_authenticator_is_confirmed_elsewhere() {
    Issued issued = issue();
    Authenticator app = issued.offer().authenticator();
    site.confirmation().confirm(USER, site.code(app, 0)).orFail();
    assertFalse(opens(issued));
    assertTrue(site.store().enrollmentLinks().of(USER).isEmpty());
  }

  @Test
  void ends_when_the_authenticator_is_revoked() {
    Issued issued = issue();
    site.revocation().revoke(USER, "app", false);
    assertFalse(opens(issued));
    assertTrue(site.store().enrollmentLinks().of(USER).isEmpty());
  }

  @Test
  void ends_when_the_user_is_reset() {
    Issued issued = issue();
    site.reset().reset(List.of(USER), new Reset.Order("lost", false, false));
    assertFalse(opens(issued));
  }

  @Test
  void ends_with_the_user() {
    Issued issued = issue();
    site.accounts().remove(USER);
    assertFalse(opens(issued));
  }

  @Test
  void leads_nowhere_while_the_user_is_disabled() {
    Issued issued = issue();
    site.accounts().enable(USER, false);
    assertFalse(opens(issued));
    String code = site.code(issued.offer().authenticator(), 0);
    assertTrue(site.enrollmentLink().confirm(key(issued), code).isEmpty());
  }

  @Test
  void a_successor_takes_over_when_it_is_proven() {
    Authenticator old = site.enroll(USER);
    Issued issued = site.enrollmentLink().issue(Enrollment.Request.app(USER, "app", null, true));
    confirm(issued, site.code(issued.offer().authenticator(), 0));
    assertTrue(site.store().authenticators().of(USER).stream().noneMatch(old::equals));
    assertEquals(1, site.store().authenticators().of(USER).size());
  }

  @Test
  void leads_to_no_hardware_token() {
    site.enrollToken(USER, 0);
    Failure failure = assertThrows(Failure.class, () -> issue("token"));
    assertEquals("a link leads to an app, not to a hardware token", failure.getMessage());
    assertTrue(site.store().enrollmentLinks().of(USER).isEmpty());
  }

  @Test
  void an_unknown_key_leads_nowhere() {
    issue();
    for (String key : new String[] {null, "", "0".repeat(48), "é", "x".repeat(100_000)}) {
      assertTrue(site.enrollmentLink().open(key).isEmpty());
      assertTrue(site.enrollmentLink().confirm(key, "123456").isEmpty());
    }
  }

  @Test
  void opening_is_recorded_without_secrets_and_strangers_are_not() {
    Issued issued = issue();
    opens(issued);
    int records = AuditTrail.of(site.file).size();
    site.enrollmentLink().open("0".repeat(48));
    List<String> trail = AuditTrail.of(site.file);
    assertEquals(records, trail.size());
    assertTrue(trail.get(records - 1).contains("enrollment-link.open"), trail.get(records - 1));
    assertTrue(trail.stream().noneMatch(line -> line.contains(key(issued))));
    assertTrue(
        trail.stream().noneMatch(line -> line.contains(issued.offer().uri().secret().base32())));
  }

  @Test
  void the_key_stands_neither_in_the_store_nor_in_what_is_printed() throws Exception {
    Issued issued = issue();
    site.close();
    for (String name : List.of("ivn.db", "ivn.db-wal")) {
      Path file = directory.resolve(name);
      String bytes = Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
      assertFalse(bytes.contains(key(issued)), name);
    }
    assertFalse(issued.toString().contains(key(issued)));
    assertFalse(issued.toString().contains(issued.offer().uri().secret().base32()));
    site.reopen();
  }
}
