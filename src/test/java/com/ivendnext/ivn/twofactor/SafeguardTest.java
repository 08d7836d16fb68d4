package com.ivendnext.ivn.twofactor;

import static com.ivendnext.ivn.TestSite.USER;
import static com.ivendnext.ivn.twofactor.GuardedSite.ADMINISTRATOR;
import static com.ivendnext.ivn.twofactor.GuardedSite.MANAGER;
import static com.ivendnext.ivn.twofactor.GuardedSite.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.AuditTrail;
import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.TestSite;
import com.ivendnext.ivn.settings.Values;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rule itself; that every command keeps to it, the tests of the commands tell. */
class SafeguardTest {
  @TempDir Path directory;

  private TestSite site;
  private GuardedSite guarded;

  /** A site with a user, a System Manager and the Administrator; nobody is asked yet. */
  @BeforeEach
  void open() {
    site = new TestSite(directory);
    guarded = new GuardedSite(site);
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void refuses_what_leaves_no_administrator_a_way_in() {
    site.enroll(USER);
    refusal(guarded::switchOn);
  }

  @Test
  void names_the_two_commands_that_mend_it() {
    assertEquals(
        "ivn user enroll Administrator and ivn user confirm Administrator CODE keep one in;"
            + " --force does it all the same",
        refusal(guarded::switchOn).hint());
  }

  @Test
  void names_a_successor_where_one_is_to_be_ended() {
    site.enroll(ADMINISTRATOR);
    guarded.switchOn();
    Reset.Order order = new Reset.Order("phone lost", false, false);
    String hint = refusal(() -> site.reset().reset(List.of(ADMINISTRATOR), order)).hint();
    assertTrue(hint.startsWith("ivn user enroll Administrator --replace and "), hint);
  }

  @Test
  void names_an_administrator_who_is_let_in() {
    site.accounts().enable(ADMINISTRATOR, false);
    assertTrue(refusal(guarded::switchOn).hint().startsWith("ivn user enroll " + MANAGER + " and"));
  }

  @Test
  void an_authenticator_of_one_administrator_will_do() {
    site.enroll(MANAGER);
    guarded.switchOn();
  }

  @Test
  void recovery_codes_will_do() {
    site.recoveryCodes().generate(ADMINISTRATOR);
    guarded.switchOn();
  }

  @Test
  void used_recovery_codes_will_not() {
    for (RecoveryCode code : site.recoveryCodes().generate(ADMINISTRATOR)) {
      site.verifier().verify(ADMINISTRATOR, code.grouped()).orFail();
    }
    refusal(guarded::switchOn);
  }

  @Test
  void an_unproven_authenticator_will_not() {
    site.enrollment().begin(Enrollment.Request.app(MANAGER, "app", null, false));
    refusal(guarded::switchOn);
  }

  @Test
  void an_authenticator_that_wrong_codes_ended_will_not() {
    Authenticator app = site.enroll(MANAGER);
    for (int i = 0; i < Throttle.LIMIT; i++) {
      site.clock.advance(Duration.ofMinutes(15));
      site.verifier().verify(MANAGER, site.wrongCode(app));
    }
    refusal(guarded::switchOn);
  }

  @Test
  void an_administrator_who_is_not_let_in_will_not() {
    site.enroll(MANAGER);
    site.accounts().enable(MANAGER, false);
    refusal(guarded::switchOn);
  }

  @Test
  void a_visitor_of_the_website_is_no_administrator_whatever_the_roles() {
    String visitor = "visitor@example.com";
    List<String> roles = List.of("System Manager");
    site.accounts()
        .add(new Accounts.Draft(visitor, null, UserType.WEBSITE_USER, null, null, null, roles));
    assertFalse(site.accounts().find(visitor).administrator());
    refusal(guarded::switchOn);
  }

  @Test
  void an_exemption_will_not_since_it_ends() {
    site.leave().exempt(ADMINISTRATOR, site.clock.instant().plusSeconds(3_600), "set-up");
    refusal(guarded::switchOn);
  }

  @Test
  void a_grace_period_will_not_since_it_ends() {
    site.config.put("two_factor_grace_period_hours", 72L);
    refusal(guarded::switchOn);
  }

  @Test
  void an_administrator_whom_no_role_asks_will_do() {
    site.roles().tick("All", false);
    site.roles().tick("System Manager", true);
    guarded.switchOn();
  }

  @Test
  void nothing_remains_of_what_was_refused() {
    site.enroll(MANAGER);
    guarded.switchOn();
    refusal(() -> guarded.change(() -> site.accounts().enable(MANAGER, false)));
    assertTrue(site.accounts().find(MANAGER).user().enabled());
    refusal(() -> guarded.change(() -> site.accounts().remove(MANAGER)));
    assertTrue(site.accounts().find(MANAGER).enrolled());
    assertEquals("user.confirm manager@example.com ok [app]", AuditTrail.last(site.file));
  }

  @Test
  void force_does_it_and_that_is_recorded_once() {
    Values on = guarded.with(Map.of("enable_two_factor_auth", true));
    site.safeguard().protect(site.values(), on, true, () -> null);
    List<String> records = AuditTrail.of(site.file);
    assertEquals("safeguard.override Administrator ok", records.get(records.size() - 1));
    assertEquals(
        1, records.stream().filter(record -> record.startsWith("safeguard.override")).count());
  }

  @Test
  void force_that_was_not_needed_is_not_recorded() {
    site.enroll(MANAGER);
    Values on = guarded.with(Map.of("enable_two_factor_auth", true));
    site.safeguard().protect(site.values(), on, true, () -> null);
    assertFalse(AuditTrail.of(site.file).contains("safeguard.override Administrator ok"));
  }

  @Test
  void what_was_so_before_is_no_reason_to_refuse() {
    site.config.put("enable_two_factor_auth", true);
    guarded.change(() -> site.accounts().remove(USER));
  }

  @Test
  void without_anybody_enabled_it_says_whom_to_enable() {
    site.accounts().enable(ADMINISTRATOR, false);
    Failure failure = refusal(() -> guarded.change(() -> site.accounts().enable(MANAGER, false)));
    assertEquals(
        "another administrator must be able to log in first: ivn user enable Administrator",
        failure.hint());
  }

  @Test
  void keeping_in_somebody_exempt_is_not_enough_to_give_up_the_last_authenticator() {
    site.enroll(MANAGER);
    guarded.switchOn();
    site.leave().exempt(ADMINISTRATOR, site.clock.instant().plusSeconds(3_600), "phone lost");
    refusal(() -> guarded.change(() -> site.accounts().enable(MANAGER, false)));
  }

  @Test
  void the_last_one_who_is_let_in_is_not_disabled_though_without_a_way_in() {
    site.config.put("enable_two_factor_auth", true);
    guarded.change(() -> site.accounts().enable(MANAGER, false));
    refusal(() -> guarded.change(() -> site.accounts().enable(ADMINISTRATOR, false)));
  }
}
