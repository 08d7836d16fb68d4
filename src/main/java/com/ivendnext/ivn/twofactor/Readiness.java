package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.settings.Method;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.settings.Values;
import java.util.ArrayList;
import java.util.List;

/** Finds what keeps two-factor authentication from doing what its administrator expects. */
public final class Readiness {
  private final Values settings;
  private final Coverage coverage;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param message what is wrong, a clause
   * @param remedy the command that mends it
   */
  public record Problem(String message, String remedy) {}

  private Readiness(Values settings, Coverage coverage) {
    this.settings = settings;
    this.coverage = coverage;
  }

  /**
   * @param clockGood false where the machine's clock is known to run free
   */
  public static List<Problem> problems(
      Values settings, Coverage coverage, List<Role> roles, boolean clockGood) {
    Readiness readiness = new Readiness(settings, coverage);
    if (settings.get(Settings.ENABLE_TWO_FACTOR_AUTH)) {
      readiness.checkReach(roles);
      readiness.checkMethod();
      readiness.checkAdministrators();
    } else {
      readiness.add(
          "two-factor authentication is off", "ivn set-config enable_two_factor_auth true");
    }
    if (!clockGood) {
      readiness.add(
          "the clock of this machine is not synchronised: right codes may be refused",
          "timedatectl set-ntp true");
    }
    return List.copyOf(readiness.problems);
  }

  private void checkReach(List<Role> roles) {
    if (roles.stream().noneMatch(Role::twoFactor)) {
      add(
          "no role asks for a second factor: the switch applies to nobody",
          "ivn role enable-2fa All");
    }
  }

  private void checkMethod() {
    Method method = settings.get(Settings.TWO_FACTOR_METHOD);
    String missing = Reach.missing(settings, method);
    if (missing != null) {
      add(
          "codes come by " + method.label() + ", and " + missing + " is not set",
          "ivn set-config " + missing + " VALUE");
    }
  }

  private void checkAdministrators() {
    if (coverage.safeAdministrators() == 0) {
      add(
          "no administrator could log in: none has an authenticator or recovery codes",
          "ivn user enroll " + UserName.ADMINISTRATOR);
    }
  }

  private void add(String message, String remedy) {
    problems.add(new Problem(message, remedy));
  }
}
