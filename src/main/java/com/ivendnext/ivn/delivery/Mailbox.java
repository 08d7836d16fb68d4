package com.ivendnext.ivn.delivery;

import com.ivendnext.ivn.Failure;

/** Mail addresses: one plain {@code local@domain} of ASCII, without comments, quotes or lists. */
final class Mailbox {
  /** RFC 5321, section 4.5.3.1.3, without the angle brackets. */
  private static final int LONGEST = 254;

  private static final String STRUCTURE = "()<>[],;:\\\"";

  private Mailbox() {}

  static boolean is(String address) {
    int at = address.indexOf('@');
    if (at < 1 || at != address.lastIndexOf('@') || at == address.length() - 1) {
      return false;
    }
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      if (c <= ' ' || c >= 0x7f || STRUCTURE.indexOf(c) >= 0) {
        return false;
      }
    }
    return address.length() <= LONGEST;
  }

  /**
   * @param what names the address in the message
   * @throws Failure (delivery) unless it is an address; it is not quoted
   */
  static void check(String what, String address) {
    if (!is(address)) {
      throw Failure.delivery(what + " is not a mail address that ivn can use")
          .hint("an address is one local@domain in ASCII, such as anna@example.com");
    }
  }

  static String domain(String address) {
    return address.substring(address.indexOf('@') + 1);
  }

  /** {@code a***@example.com}; a single letter before the at sign is masked too. */
  static String masked(String address) {
    if (!is(address)) {
      return Redaction.HIDDEN;
    }
    String first = address.indexOf('@') > 1 ? address.substring(0, 1) : "";
    return first + Redaction.HIDDEN + "@" + domain(address);
  }
}
