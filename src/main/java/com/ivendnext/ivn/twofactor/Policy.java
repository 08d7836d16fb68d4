package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.Decision.Outcome;
import com.ivendnext.ivn.twofactor.Decision.Rule;
import com.ivendnext.ivn.twofactor.LoginContext.Channel;

/** Who needs a second factor, and why: one pure function, asked by every front. */
public final class Policy {
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
    if (settings.get(Settings.BYPASS_2FA_FOR_RETRICTED_IP_USERS)
        && AddressRule.anyMatches(user.restrictIp(), login.address())) {
      return Decision.no(Rule.ADDRESS, login.address() + " is within this user's restrict_ip");
    }
    return byRole(person);
  }

  private static Decision byRole(Person person) {
    for (Role role : person.roles()) {
      if (role.twoFactor()) {
        Outcome outcome = person.enrolled() ? Outcome.REQUIRED : Outcome.MUST_ENROLL;
        return new Decision(outcome, Rule.ROLE, ticked(role));
      }
    }
    return Decision.no(Rule.NO_ROLE, "none of this user's roles asks for it");
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
