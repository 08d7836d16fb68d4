package com.ivendnext.ivn.twofactor;

import static com.ivendnext.ivn.TestSite.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.TestSite;
import com.ivendnext.ivn.twofactor.Decision.Outcome;
import com.ivendnext.ivn.twofactor.Decision.Rule;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraceTest {
  @TempDir Path directory;

  private TestSite site;
  private Instant start;

  @BeforeEach
  void open() {
    site = new TestSite(directory);
    site.config.put("two_factor_grace_period_hours", 72L);
    start = site.clock.instant();
  }

  @AfterEach
  void close() {
    site.close();
  }

  private Decision decide() {
    return Policy.decide(site.values(), site.accounts().find(USER), site.login());
  }

  private void begin() {
    Grace.begin(site.store(), site.values(), site.login());
  }

  private Instant since() {
    return site.accounts().find(USER).requiredSince();
  }

  @Test
  void says_when_it_ends() {
    begin();
    site.clock.advance(Duration.ofHours(71));
    assertEquals(Outcome.EXEMPT, decide().outcome());
    assertEquals(Rule.GRACE, decide().rule());
    assertEquals(start.plus(Duration.ofHours(72)), decide().until());
    assertTrue(decide().because().endsWith("but there is time until 2026-11-27T10:00:00Z"));
  }

  @Test
  void ends_by_itself() {
    begin();
    site.clock.advance(Duration.ofHours(72));
    assertEquals(Outcome.MUST_ENROLL, decide().outcome());
  }

  @Test
  void is_over_for_whoever_has_enrolled() {
    begin();
    site.enroll(USER);
    assertEquals(Outcome.REQUIRED, decide().outcome());
  }

  @Test
  void counts_from_the_first_moment_and_from_no_later_one() {
    begin();
    site.clock.advance(Duration.ofHours(100));
    begin();
    assertEquals(start, since());
  }

  @Test
  void counts_for_whoever_is_newly_affected_by_a_command() {
    var affected = site.impact().of(site.values(), site.values(), person -> person);
    assertTrue(affected.isEmpty());
    site.roles().tick("All", false);
    affected =
        site.impact()
            .of(site.values(), site.values(), person -> person.with(new Role("All", true)));
    site.impact().begin(affected, site.clock.instant());
    assertEquals(start, since());
  }

  @Test
  void begins_with_a_user_who_is_added_to_a_ticked_role() {
    Person added =
        site.impact()
            .begin(
                site.values(),
                () -> {
                  site.add("b@example.com");
                  return site.accounts().find("b@example.com");
                });
    assertEquals(start, site.accounts().find(added.user().name()).requiredSince());
  }

  @Test
  void does_not_begin_while_the_switch_is_off() {
    site.config.put("enable_two_factor_auth", false);
    begin();
    assertNull(since());
  }

  @Test
  void does_not_begin_where_there_is_none() {
    site.config.remove("two_factor_grace_period_hours");
    begin();
    assertNull(since());
  }

  @Test
  void does_not_begin_for_whoever_is_not_asked_or_not_let_in() {
    site.accounts().enable(USER, false);
    begin();
    assertNull(since());
    site.accounts().enable(USER, true);
    site.roles().tick("All", false);
    begin();
    assertNull(since());
  }

  @Test
  void begins_for_whoever_is_exempt_at_the_time() {
    site.leave().exempt(USER, start.plus(Duration.ofDays(5)), "travel");
    begin();
    site.clock.advance(Duration.ofDays(5));
    assertEquals(Outcome.MUST_ENROLL, decide().outcome());
  }
}
