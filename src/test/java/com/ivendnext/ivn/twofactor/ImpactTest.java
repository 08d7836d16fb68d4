package com.ivendnext.ivn.twofactor;

import static com.ivendnext.ivn.TestSite.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ivendnext.ivn.TestSite;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.Impact.Affected;
import com.ivendnext.ivn.twofactor.Impact.Standing;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImpactTest {
  private static final Affected ADMINISTRATOR =
      new Affected("Administrator", true, Standing.MUST_ENROLL);

  @TempDir Path directory;

  private TestSite site;

  @BeforeEach
  void open() {
    site = new TestSite(directory);
    site.config.put("enable_two_factor_auth", false);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private List<Affected> ofSetting(String key, Object value) {
    Map<String, Object> after = new HashMap<>(site.config);
    after.put(key, value);
    return site.impact().of(site.values(), new Values(after, name -> "site_config.json"));
  }

  private List<Affected> ofSwitch() {
    return ofSetting("enable_two_factor_auth", true);
  }

  private List<Affected> ofTick(String role) {
    Role ticked = new Role(role, true);
    return site.impact().of(site.values(), site.values(), person -> person.with(ticked));
  }

  private Affected user(Standing standing) {
    return new Affected(USER, false, standing);
  }

  @Test
  void the_switch_affects_everybody_whom_a_role_asks() {
    assertEquals(List.of(ADMINISTRATOR, user(Standing.MUST_ENROLL)), ofSwitch());
  }

  @Test
  void tells_who_has_an_authenticator() {
    site.enroll(USER);
    assertEquals(List.of(ADMINISTRATOR, user(Standing.ENROLLED)), ofSwitch());
  }

  @Test
  void tells_who_has_recovery_codes_only() {
    site.recoveryCodes().generate(USER);
    assertEquals(List.of(ADMINISTRATOR, user(Standing.RECOVERY_CODES)), ofSwitch());
  }

  @Test
  void tells_who_cannot_log_in_at_all() {
    site.config.put("two_factor_method", "SMS");
    assertEquals(Standing.NO_WAY, ofSwitch().get(1).standing());
  }

  @Test
  void nobody_who_is_kept_from_logging_in_counts() {
    site.accounts().enable(USER, false);
    assertEquals(List.of(ADMINISTRATOR), ofSwitch());
  }

  @Test
  void whoever_is_exempt_counts_since_that_ends() {
    site.leave().exempt(USER, site.clock.instant().plusSeconds(60), "travel");
    assertEquals(2, ofSwitch().size());
  }

  @Test
  void a_tick_affects_those_who_have_the_role() {
    site.config.put("enable_two_factor_auth", true);
    site.roles().tick("All", false);
    site.roles().add("Auditor");
    site.add("b@example.com", "Auditor");
    assertEquals(
        List.of(new Affected("b@example.com", false, Standing.MUST_ENROLL)), ofTick("Auditor"));
  }

  @Test
  void a_tick_affects_nobody_whom_another_role_asks_already() {
    site.config.put("enable_two_factor_auth", true);
    site.roles().add("Auditor");
    site.add("b@example.com", "Auditor");
    assertEquals(List.of(), ofTick("Auditor"));
  }

  @Test
  void a_tick_affects_nobody_while_the_switch_is_off() {
    assertEquals(List.of(), ofTick("All"));
  }

  @Test
  void a_grant_affects_the_one_who_gets_it() {
    site.config.put("enable_two_factor_auth", true);
    site.roles().tick("All", false);
    site.roles().add("Auditor");
    site.roles().tick("Auditor", true);
    Person before = site.accounts().find(USER);
    Person after = site.accounts().grant(USER, List.of("Auditor"));
    assertEquals(
        List.of(user(Standing.MUST_ENROLL)), site.impact().of(site.values(), before, after));
    assertEquals(List.of(), site.impact().of(site.values(), after, after));
  }

  @Test
  void another_method_affects_those_who_could_get_a_code_by_the_old_one_only() {
    site.config.put("enable_two_factor_auth", true);
    site.enroll("Administrator");
    assertEquals(List.of(user(Standing.NO_WAY)), ofSetting("two_factor_method", "Email"));
  }

  @Test
  void a_shorter_grace_period_affects_those_who_are_in_it() {
    site.config.put("enable_two_factor_auth", true);
    site.config.put("two_factor_grace_period_hours", 72L);
    site.enroll("Administrator");
    assertEquals(
        List.of(user(Standing.MUST_ENROLL)), ofSetting("two_factor_grace_period_hours", 0L));
  }
}
