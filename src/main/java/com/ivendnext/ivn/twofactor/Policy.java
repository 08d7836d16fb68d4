package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.settings.Method;
import com.ivendnext.ivn.settings.Setting;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.Decision.Outcome;
import com.ivendnext.ivn.twofactor.Decision.Rule;
import com.ivendnext.ivn.twofactor.LoginContext.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Who needs a second factor, and why: one pure function, asked by every front. */
public final class Policy {
  /** The settings that decide who needs a second factor, and whether a code can reach anybody. */
  public static final Set<Setting<?>> DECIDING =
      Set.of(
          Settings.ENABLE_TWO_FACTOR_AUTH,
          Settings.TWO_FACTOR_METHOD,
          Settings.BYPASS_2FA_FOR_RETRICTED_IP_USERS,
          Settings.TWO_FACTOR_GRACE_PERIOD_HOURS,
          Settings.MAIL_SERVER,
          Settings.SMS_GATEWAY_URL);

  private Policy() {}

  /**
   * Reads the settings that decide, so that a damaged one is told before anybody is decided about.
   *
   * @throws com.ivendnext.ivn.Failure (data) that names it
   */
  public static void requireReadable(Values settings) {
    settings.get(Settings.ENABLE_TWO_FACTOR_AUTH);
    settings.get(Settings.BYPASS_2FA_FOR_RETRICTED_IP_USERS);
  }

  /**
   * The settings, or none where one that decides cannot be read: such a config decides nothing, and
   * what mends it is looked at as a first setting.
   */
  public static Values usable(Values settings) {
    try {
      DECIDING.forEach(settings::get);
      return settings;
    } catch (Failure nonsense) {
      return new Values(Map.of(), key -> "");
    }
  }

  /** The first rule that applies decides. */
  public static Decision decide(Values settings, Person person, LoginContext login) {
    User user = person.user();
    if (!settings.get(Settings.ENABLE_TWO_FACTOR_AUTH)) {
      return Decision.no(Rule.SITE_OFF, "two-factor authentication is off for this site");
    }
    if (login.channel() == Channel.API) {
      return Decision.no(Rule.API_CHANNEL, "a program with an API key is never asked");
    }
    if (user.type() == UserType.WEBSITE_USER) {
      return Decision.no(Rule.WEBSITE_USER, "a Website User is never asked");
    }
    if (person.exemptUntil() != null && login.now().isBefore(person.exemptUntil())) {
      return Decision.notUntil(
          person.exemptUntil(), Rule.EXEMPTION, "an administrator exempted this user");
    }
    if (settings.get(Settings.BYPASS_2FA_FOR_RETRICTED_IP_USERS)
        && AddressList.contains(user.restrictIp(), login.address())) {
      return Decision.no(Rule.ADDRESS, login.address() + " is within this user's restrict_ip");
    }
    for (Role role : person.roles()) {
      if (role.twoFactor()) {
        return byRole(settings, person, login, role);
      }
    }
    return Decision.no(Rule.NO_ROLE, "none of this user's roles asks for it");
  }

  private static Decision byRole(Values settings, Person person, LoginContext login, Role ticked) {
    int graceHours = settings.get(Settings.TWO_FACTOR_GRACE_PERIOD_HOURS);
    Instant since = person.requiredSince() == null ? login.now() : person.requiredSince();
    Instant graceEnd = since.plus(Duration.ofHours(graceHours));
    if (!person.enrolled() && login.now().isBefore(graceEnd)) {
      return Decision.notUntil(graceEnd, Rule.GRACE, ticked(ticked) + ", but there is time");
    }
    boolean app = settings.get(Settings.TWO_FACTOR_METHOD) == Method.OTP_APP;
    Outcome outcome = app && !person.enrolled() ? Outcome.MUST_ENROLL : Outcome.REQUIRED;
    return new Decision(outcome, Rule.ROLE, ticked(ticked), null);
  }

  private static String ticked(Role role) {
    String whose =
        BuiltInRole.named(role.name())
            .map(BuiltInRole::automatic)
            .map(automatic -> ", and " + automatic)
            .orElse("");
    return "role " + role.name() + " asks for it" + whose;
  }
}
