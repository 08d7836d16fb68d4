package com.ivendnext.ivn.web;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What goes out.
 *
 * @param status of HTTP (RFC 9110)
 * @param headers beside those that every answer has; these win
 * @param body in UTF-8
 * @param user whom it is about, for the access log; or null
 */
record Answer(int status, Map<String, String> headers, String body, String user) {
  /** The headers of every answer: none is kept, framed, sniffed or run. */
  static final Map<String, String> ALWAYS =
      Map.of(
          "Cache-Control",
          "no-store",
          "Content-Security-Policy",
          "default-src 'none'; frame-ancestors 'none'",
          "Referrer-Policy",
          "no-referrer",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY");

  static Answer json(int status, Map<String, ?> members) {
    return of(status, "application/json", Json.text(members));
  }

  static Answer text(int status, String type, String body) {
    return of(status, type, body);
  }

  /** An error in Frappe's shape. */
  static Answer error(int status, String type, String message) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("message", message);
    members.put("exc_type", type);
    return json(status, members);
  }

  static Answer page(Page page) {
    Answer answer = new Answer(page.status(), Page.HEADERS, page.html(), null);
    return page.retryAfter() > 0 ? answer.retryAfter(page.retryAfter()) : answer;
  }

  private static Answer of(int status, String type, String body) {
    return new Answer(status, Map.of("Content-Type", type), body, null);
  }

  /** The same with one more header, or another value of it. */
  Answer header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, body, user);
  }

  /** The same, about a user. */
  Answer about(String name) {
    return new Answer(status, headers, body, name);
  }

  /**
   * @param seconds until trying again makes sense
   */
  Answer retryAfter(long seconds) {
    return header("Retry-After", String.valueOf(Math.max(1, seconds)));
  }

  /** Neither cookies nor pages: both may hold a secret. */
  @Override
  public String toString() {
    return "Answer[" + status + "]";
  }
}
