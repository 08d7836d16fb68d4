package com.ivendnext.ivn.twofactor;

import static com.ivendnext.ivn.TestSite.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.AuditTrail;
import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.TestSite;
import com.ivendnext.ivn.twofactor.Decision.Outcome;
import com.ivendnext.ivn.twofactor.Decision.Rule;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaveTest {
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

  private Exemption exempt(Duration time) {
    return site.leave().exempt(USER, site.clock.instant().plus(time), "phone lost");
  }

  private Decision decide() {
    return Policy.decide(site.values(), site.accounts().find(USER), site.login());
  }

  private List<Exemption> live() {
    return site.store().exemptions().live(site.clock.instant());
  }

  @Test
  void an_exempt_user_is_not_asked_and_told_until_when() {
    Instant until = exempt(Duration.ofHours(24)).until();
    assertEquals(Outcome.EXEMPT, decide().outcome());
    assertEquals(Rule.EXEMPTION, decide().rule());
    assertEquals(until, decide().until());
    assertEquals("an administrator exempted this user until " + until, decide().because());
  }

  @Test
  void an_exemption_ends_by_itself() {
    exempt(Duration.ofHours(24));
    site.clock.advance(Duration.ofHours(24).minusSeconds(1));
    assertFalse(decide().required());
    site.clock.advance(Duration.ofSeconds(1));
    assertTrue(decide().required());
    assertTrue(live().isEmpty());
  }

  @Test
  void an_exemption_outlives_the_process() {
    exempt(Duration.ofHours(24));
    site.reopen();
    assertFalse(decide().required());
  }

  @Test
  void another_one_replaces_the_first() {
    exempt(Duration.ofDays(7));
    Exemption second = exempt(Duration.ofHours(1));
    assertEquals(List.of(second), live());
    site.clock.advance(Duration.ofHours(1));
    assertTrue(decide().required());
  }

  @Test
  void one_that_has_ended_can_be_given_anew() {
    exempt(Duration.ofHours(1));
    site.clock.advance(Duration.ofDays(1));
    exempt(Duration.ofHours(1));
    assertFalse(decide().required());
  }

  @Test
  void those_that_hold_are_listed_the_first_to_end_first() {
    site.add("b@example.com");
    exempt(Duration.ofDays(2));
    Instant tomorrow = site.clock.instant().plus(Duration.ofDays(1));
    site.leave().exempt("b@example.com", tomorrow, "travel");
    assertEquals(List.of("b@example.com", USER), live().stream().map(Exemption::user).toList());
  }

  @Test
  void ends_when_an_administrator_says_so() {
    exempt(Duration.ofDays(1));
    assertTrue(site.leave().end(USER, false));
    assertTrue(decide().required());
    assertFalse(site.leave().end(USER, false));
  }

  @Test
  void nobody_unknown_is_exempted() {
    Instant until = site.clock.instant().plusSeconds(60);
    Failure failure =
        assertThrows(Failure.class, () -> site.leave().exempt("x@example.com", until, "travel"));
    assertEquals(Failure.Kind.NOT_FOUND, failure.kind());
  }

  @Test
  void the_log_tells_until_when_why_and_when_it_was_ended() {
    Instant until = exempt(Duration.ofDays(1)).until();
    site.leave().end(USER, false);
    List<String> records = AuditTrail.of(site.file);
    assertEquals(
        List.of(
            "user.exempt user@example.com ok [until " + until + "] (phone lost)",
            "user.exempt user@example.com ended"),
        records.subList(records.size() - 2, records.size()));
  }

  @Test
  void goes_with_its_user() {
    exempt(Duration.ofDays(1));
    site.accounts().remove(USER);
    site.add(USER);
    assertTrue(decide().required());
  }
}
