package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.Authenticator.State;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Tells people by mail what was done with their account (NIST SP 800-63B-4 section 4.6); that a
 * letter cannot be sent never keeps the deed from being done.
 */
public final class Notice {
  /**
   * At this many recovery codes left a letter says so: one before the warning that only the person
   * at a terminal sees.
   */
  private static final int FEW_CODES = RecoveryCodes.FEW + 1;

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
    return tell(
        users,
        issuer ->
            new String[] {
              "Your second factor on " + issuer + " was reset",
              "An administrator has reset your second factor on "
                  + issuer
                  + ": your authenticator app and the codes from it no longer work there, and you"
                  + " will be asked to enroll anew.\n\nIf you did not ask for this, tell your"
                  + " administrator now."
            });
  }

  /**
   * Tells the user what an accepted code has done: made an authenticator active, or left few
   * recovery codes. To be called after every acceptance.
   *
   * @param good holds the authenticator as it was before the code
   */
  public void after(Verification good) {
    if (good.authenticator() != null && good.authenticator().state() == State.PENDING) {
      ofNewAuthenticator(good.user(), good.authenticator().label());
    }
    if (good.recoveryCodesLeft() != null && good.recoveryCodesLeft() <= FEW_CODES) {
      ofFewRecoveryCodes(good.user(), good.recoveryCodesLeft());
    }
  }

  private void ofNewAuthenticator(String user, String label) {
    tell(
        List.of(user),
        issuer ->
            new String[] {
              "New authenticator for your account on " + issuer,
              "The authenticator \""
                  + label
                  + "\" now gives codes for your account "
                  + user
                  + " on "
                  + issuer
                  + ".\n\nIf you did not enroll it, somebody else did: change your password and"
                  + " tell your administrator now."
            });
  }

  private void ofFewRecoveryCodes(String user, int left) {
    String rest = left == 0 ? "That was the last one." : "You have " + left + " left.";
    tell(
        List.of(user),
        issuer ->
            new String[] {
              "Recovery codes for " + issuer + " are running low",
              "A recovery code of your account "
                  + user
                  + " on "
                  + issuer
                  + " was used. "
                  + rest
                  + " Ask your administrator for new ones; the old ones end with that.\n\nIf you"
                  + " did not use it, somebody has your codes: tell your administrator now."
            });
  }

  /**
   * @param words subject and text, for an issuer
   */
  private List<String> tell(List<String> users, Function<String, String[]> words) {
    List<String> told = new ArrayList<>();
    try {
      if (mail.missing() != null) {
        return told;
      }
      String[] letter = words.apply(settings.get(Settings.OTP_ISSUER_NAME));
      for (String user : users) {
        String to = store.users().find(user).map(person -> person.user().email()).orElse(null);
        if (to != null) {
          mail.deliver(new Letter(to, letter[0], letter[1]));
          told.add(user);
        }
      }
    } catch (Failure notSent) {
      // a server that refuses one letter is not asked to take a thousand more
    }
    return told;
  }
}
