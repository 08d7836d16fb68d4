package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.otp.KeyUri;
import com.ivendnext.ivn.otp.SharedSecret;
import java.util.Locale;

/**
 * One login as Bitwarden exports it.
 *
 * @param name the title of the login; may be null
 * @param username of the login; where it is null the URI names the user
 * @param totp a URI, or a secret alone; null where the login has no authenticator
 */
record BitwardenLogin(String name, String username, String totp) {

  /** The entry, null where there is nothing to take. */
  Entry entry(Row row) {
    String text = Limits.text(totp);
    if (text == null) {
      return null;
    }
    Entry.Builder entry = Entry.at(row).user(username);
    if (text.toLowerCase(Locale.ROOT).startsWith("otpauth://")) {
      KeyUri uri = KeyUri.parse(text);
      if (Limits.text(username) == null) {
        entry.user(uri.account());
      }
      return entry.key(Key.of(uri).named(uri.issuer(), name)).build();
    }
    if (text.contains("://")) {
      throw Failure.data("the login has codes that are neither TOTP nor HOTP, such as Steam's");
    }
    return entry.key(Key.of(SharedSecret.ofBase32(text)).named(null, name)).build();
  }

  @Override
  public String toString() {
    return "BitwardenLogin[" + name + ", " + username + "]";
  }
}
