package com.ivendnext.ivn.delivery;

/**
 * The server that letters are handed to.
 *
 * @param role what it is to us, such as {@code the mail server}
 * @param host its name or address
 * @param port 1 to 65535
 * @param settings which settings name it, for hints
 */
record Peer(String role, String host, int port, String settings) {
  /** As messages name it. */
  @Override
  public String toString() {
    return role + " " + Redaction.harmless(host);
  }
}
