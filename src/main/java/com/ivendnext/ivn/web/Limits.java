package com.ivendnext.ivn.web;

import java.time.Duration;

/**
 * What keeps one client from being in the way of the others.
 *
 * @param bodyBytes of a request
 * @param headerBytes of a request, its first line included
 * @param patience until a request must have come in whole, and until an idle connection ends
 * @param connections at the same time
 * @param requests in work at the same time
 * @param passwords in work at the same time: each costs a processor for a good while
 * @param drain for requests in work to end when the server stops
 */
public record Limits(
    int bodyBytes,
    int headerBytes,
    Duration patience,
    int connections,
    int requests,
    int passwords,
    Duration drain) {

  /**
   * The limits of a server that people use.
   *
   * @param processors that it may keep busy
   */
  public static Limits usual(int processors) {
    return new Limits(
        16 * 1024,
        8 * 1024,
        Duration.ofSeconds(10),
        1024,
        128,
        Math.max(1, processors),
        Duration.ofSeconds(10));
  }
}
