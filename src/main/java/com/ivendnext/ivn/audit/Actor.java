package com.ivendnext.ivn.audit;

import java.util.Map;

/**
 * Who acts.
 *
 * @param account the operating system's account
 * @param sudoUser the account behind sudo, or null
 * @param address the remote address of the session or request, or null
 * @param apiKey the name of the key that an application showed, or null; never the key
 */
public record Actor(String account, String sudoUser, String address, String apiKey) {

  /** Somebody at this machine, or logged in to it from {@code address}. */
  public Actor(String account, String sudoUser, String address) {
    this(account, sudoUser, address, null);
  }

  /**
   * The actor as the operating system's account and its environment tell: sudo, ssh, and PAM where
   * pam_exec runs ivn.
   */
  public static Actor of(String account, Map<String, String> environment) {
    String connection = environment.getOrDefault("SSH_CONNECTION", "").strip();
    int end = connection.indexOf(' ');
    String address = end < 0 ? connection : connection.substring(0, end);
    if (address.isEmpty()) {
      address = environment.getOrDefault("PAM_RHOST", "").strip();
    }
    return new Actor(account, emptyToNull(environment.get("SUDO_USER")), emptyToNull(address));
  }

  /** Whoever sends a request from {@code address} to the program that runs as this one. */
  public Actor from(String address) {
    return new Actor(account, sudoUser, address, apiKey);
  }

  /** The application that shows the API key of that name to the program that runs as this one. */
  public Actor by(String apiKeyName) {
    return new Actor(account, sudoUser, address, apiKeyName);
  }

  private static String emptyToNull(String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
