package com.ivendnext.ivn.web;

/** The session cookie, by Frappe's name. */
final class Cookie {
  static final String NAME = "sid";

  private Cookie() {}

  /** The value of Set-Cookie (RFC 6265) that gives a client its session. */
  static String set(String session, boolean secure) {
    return NAME + "=" + session + attributes(secure);
  }

  /** The value of Set-Cookie that takes it away. */
  static String gone(boolean secure) {
    return NAME + "=" + attributes(secure) + "; Max-Age=0";
  }

  private static String attributes(boolean secure) {
    return "; Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
  }
}
