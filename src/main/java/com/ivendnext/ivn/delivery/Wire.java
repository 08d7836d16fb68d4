package com.ivendnext.ivn.delivery;

import java.time.Duration;
import javax.net.ssl.SSLContext;

/**
 * How a channel treats its connections.
 *
 * @param connect how long it tries to connect
 * @param answer how long it waits for an answer
 * @param trust whose certificates it trusts; null for those that Java trusts
 */
record Wire(Duration connect, Duration answer, SSLContext trust) {
  static final Wire MAIL = new Wire(Duration.ofSeconds(10), Duration.ofSeconds(10), null);
  static final Wire SMS = new Wire(Duration.ofSeconds(5), Duration.ofSeconds(10), null);
}
