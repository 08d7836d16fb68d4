package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.settings.Method;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.settings.Values;

/** Whether codes can be sent, as far as the settings and the user's record tell. */
final class Reach {
  private Reach() {}

  /** Whether the site's method brings codes to {@code user}; never for the app. */
  static boolean reaches(Values settings, User user) {
    Method method = settings.get(Settings.TWO_FACTOR_METHOD);
    String address = method == Method.SMS ? user.mobileNo() : user.email();
    return method != Method.OTP_APP && missing(settings, method) == null && address != null;
  }

  /** The setting without which {@code method} sends nothing; null where it is there. */
  static String missing(Values settings, Method method) {
    return switch (method) {
      case OTP_APP -> null;
      case EMAIL -> settings.isSet(Settings.MAIL_SERVER) ? null : Settings.MAIL_SERVER.key();
      case SMS -> settings.isSet(Settings.SMS_GATEWAY_URL) ? null : Settings.SMS_GATEWAY_URL.key();
    };
  }
}
