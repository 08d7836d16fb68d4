package com.ivendnext.ivn.otp;

import com.ivendnext.ivn.Failure;

/**
 * Whom a shared secret is for, as an authenticator app shows it.
 *
 * @param issuer who asks for the codes; may be empty
 * @param account whose codes they are, without a colon; empty only where it was read so
 */
public record Label(String issuer, String account) {

  /**
   * @throws Failure usage, if the account has a colon
   */
  public Label {
    if (account.indexOf(':') >= 0) {
      throw Failure.usage("account must not have a colon");
    }
  }

  /**
   * Reads the label of a key URI, still percent-encoded: {@code issuer:account} or {@code account}.
   *
   * <p>It is split before it is decoded, at the first {@code :}, else at the first {@code %3A}:
   * Frappe encodes an issuer's own colon and leaves the separator bare. So an issuer read here may
   * have a colon. Spaces before the account are dropped.
   */
  static Label parse(String encoded) {
    int separator = encoded.indexOf(':');
    int account = separator + 1;
    if (separator < 0) {
      separator = encoded.replace("%3a", "%3A").indexOf("%3A");
      account = separator < 0 ? 0 : separator + 3;
    }
    String issuer = separator < 0 ? "" : PercentEncoding.decode(encoded.substring(0, separator));
    return new Label(issuer, withoutLeadingSpaces(encoded.substring(account)));
  }

  private static String withoutLeadingSpaces(String encodedAccount) {
    String account = PercentEncoding.decode(encodedAccount);
    int start = 0;
    while (start < account.length() && account.charAt(start) == ' ') {
      start++;
    }
    return account.substring(start);
  }

  /**
   * This label, if every authenticator app can read it.
   *
   * @throws Failure usage, if the issuer has a colon or the account is empty
   */
  Label strict() {
    if (issuer.indexOf(':') >= 0) {
      throw Failure.usage("issuer must not have a colon");
    }
    if (account.isEmpty()) {
      throw Failure.usage("account must not be empty");
    }
    return this;
  }

  /** As it stands in a key URI. */
  String encoded() {
    String encodedAccount = PercentEncoding.encode(account);
    return issuer.isEmpty()
        ? encodedAccount
        : PercentEncoding.encode(issuer) + ":" + encodedAccount;
  }
}
