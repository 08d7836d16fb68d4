package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.settings.Values;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells people by mail what was done with their account (NIST SP 800-63B-4 section 4.6); that a
 * letter cannot be sent never keeps the deed from being done.
 */
public final class Notice {
  private final Store store;
  private final Values settings;
  private final DeliveryChannel mail;

  public Notice(Store store, Values settings, DeliveryChannel mail) {
    this.store = store;
    this.settings = settings;
    this.mail = mail;
  }

  /** Tells users that their second factor was reset; those who were told. */
  public List<String> ofReset(List<String> users) {
    String issuer = settings.get(Settings.OTP_ISSUER_NAME);
    String text =
        "An administrator has reset your second factor on "
            + issuer
            + ": your authenticator app and the codes from it no longer work there, and you will be"
            + " asked to enroll anew.\n\nIf you did not ask for this, tell your administrator now.";
    return tell(users, "Your second factor on " + issuer + " was reset", text);
  }

  private List<String> tell(List<String> users, String subject, String text) {
    List<String> told = new ArrayList<>();
    if (mail.missing() != null) {
      return told;
    }
    try {
      for (String user : users) {
        String to = store.users().find(user).map(person -> person.user().email()).orElse(null);
        if (to != null) {
          mail.deliver(new Letter(to, subject, text));
          told.add(user);
        }
      }
    } catch (Failure notSent) {
      // a server that refuses one letter is not asked to take a thousand more
    }
    return told;
  }
}
