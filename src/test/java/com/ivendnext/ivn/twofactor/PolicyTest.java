package com.ivendnext.ivn.twofactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.Decision.Outcome;
import com.ivendnext.ivn.twofactor.Decision.Rule;
import com.ivendnext.ivn.twofactor.LoginContext.Channel;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyTest {
  private static final Instant NOW = Instant.EPOCH;
  private static final Role ALL = new Role("All", true);

  private final Map<String, Object> config = new HashMap<>(Map.of("enable_two_factor_auth", true));
  private UserType type = UserType.SYSTEM_USER;
  private String restrictIp;
  private List<Role> roles = List.of(ALL);
  private boolean enrolled;
  private Instant exemptUntil;
  private Instant requiredSince;
  private LoginContext login = LoginContext.interactive(NOW);

  private Decision decide() {
    User user = new User("a@example.com", "A", type, true, "a@example.com", null, restrictIp, NOW);
    Person person = new Person(user, roles, enrolled, false, exemptUntil, requiredSince);
    return Policy.decide(new Values(config, key -> "site_config.json"), person, login);
  }

  @Test
  void asks_nobody_while_the_switch_is_off() {
    config.put("enable_two_factor_auth", false);
    assertEquals(Rule.SITE_OFF, decide().rule());
    assertEquals(Outcome.NOT_REQUIRED, decide().outcome());
  }

  @Test
  void asks_nobody_where_the_switch_is_not_set() {
    config.clear();
    assertEquals(Rule.SITE_OFF, decide().rule());
  }

  @Test
  void never_asks_a_program() {
    login = new LoginContext(Channel.API, null, NOW);
    assertEquals(Rule.API_CHANNEL, decide().rule());
  }

  @Test
  void never_asks_a_website_user() {
    type = UserType.WEBSITE_USER;
    assertEquals(Rule.WEBSITE_USER, decide().rule());
  }

  @Test
  void does_not_ask_at_a_restricted_address_when_the_bypass_is_on() {
    config.put("bypass_2fa_for_retricted_ip_users", true);
    restrictIp = "192.0.2.0/24";
    login = login.from("192.0.2.7");
    assertEquals(Rule.ADDRESS, decide().rule());
  }

  @Test
  void asks_at_a_restricted_address_when_the_bypass_is_off() {
    restrictIp = "192.0.2.0/24";
    login = login.from("192.0.2.7");
    assertEquals(Rule.ROLE, decide().rule());
  }

  @Test
  void asks_at_another_address_though_the_bypass_is_on() {
    config.put("bypass_2fa_for_retricted_ip_users", true);
    restrictIp = "192.0.2.0/24";
    login = login.from("198.51.100.1");
    assertEquals(Rule.ROLE, decide().rule());
  }

  @Test
  void asks_whoever_has_no_restricted_address_though_the_bypass_is_on() {
    config.put("bypass_2fa_for_retricted_ip_users", true);
    login = login.from("192.0.2.7");
    assertEquals(Rule.ROLE, decide().rule());
  }

  @Test
  void asks_where_any_role_is_ticked() {
    roles = List.of(new Role("Guest", false), new Role("Auditor", true));
    assertEquals("role Auditor asks for it", decide().because());
    assertTrue(decide().required());
  }

  @Test
  void names_who_has_an_automatic_role() {
    assertEquals("role All asks for it, and everybody has it", decide().because());
  }

  @Test
  void desk_user_counts_as_any_role() {
    roles = List.of(new Role("All", false), new Role("Desk User", true));
    assertEquals(Rule.ROLE, decide().rule());
  }

  @Test
  void asks_nobody_whose_roles_are_all_unticked() {
    roles = List.of(new Role("All", false), new Role("Auditor", false));
    assertEquals(Rule.NO_ROLE, decide().rule());
    assertEquals(Outcome.NOT_REQUIRED, decide().outcome());
  }

  @Test
  void whoever_is_required_and_has_no_authenticator_must_enroll() {
    assertEquals(Outcome.MUST_ENROLL, decide().outcome());
    enrolled = true;
    assertEquals(Outcome.REQUIRED, decide().outcome());
  }

  @Test
  void an_exemption_holds_until_its_end_and_not_a_moment_longer() {
    exemptUntil = NOW.plusSeconds(60);
    assertEquals(Rule.EXEMPTION, decide().rule());
    assertEquals(Outcome.EXEMPT, decide().outcome());
    assertEquals(exemptUntil, decide().until());
    login = LoginContext.interactive(exemptUntil);
    assertEquals(Rule.ROLE, decide().rule());
  }

  @Test
  void a_grace_period_counts_from_the_moment_the_user_first_needed_a_second_factor() {
    config.put("two_factor_grace_period_hours", 48L);
    requiredSince = NOW;
    login = LoginContext.interactive(NOW.plusSeconds(47 * 3600));
    assertEquals(Rule.GRACE, decide().rule());
    assertEquals(NOW.plusSeconds(48 * 3600), decide().until());
    login = LoginContext.interactive(NOW.plusSeconds(48 * 3600));
    assertEquals(Rule.ROLE, decide().rule());
  }

  @Test
  void whoever_has_enrolled_has_no_grace_period() {
    config.put("two_factor_grace_period_hours", 48L);
    requiredSince = NOW;
    enrolled = true;
    assertEquals(Outcome.REQUIRED, decide().outcome());
  }
}
