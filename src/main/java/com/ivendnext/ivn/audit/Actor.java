package com.ivendnext.ivn.audit;

import java.util.Map;

/**
 * Who acts.
 *
 * @param account the operating system's account
 * @param sudoUser the account behind sudo, or null
 * @param address the remote address of the session, or null
 */
public record Actor(String account, String sudoUser, String address) {

  /** The actor as the operating system's account and its environment tell. */
  public static Actor of(String account, Map<String, String> environment) {
    String connection = environment.getOrDefault("SSH_CONNECTION", "").strip();
    int end = connection.indexOf(' ');
    String address = end < 0 ? connection : connection.substring(0, end);
    return new Actor(account, emptyToNull(environment.get("SUDO_USER")), emptyToNull(address));
  }

  private static String emptyToNull(String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
