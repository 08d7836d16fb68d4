package com.ivendnext.ivn.web;

import java.util.Map;

/**
 * A request as actions see it.
 *
 * @param method in capitals
 * @param path without the query
 * @param query what stands behind the question mark
 * @param fields of the body, a form or a JSON object
 */
record Call(
    String method,
    String path,
    Headers headers,
    Map<String, String> query,
    Map<String, String> fields,
    Origin origin) {

  /** The headers of a request. */
  interface Headers {
    /** All values of a header in their order, joined by commas; null where it is not there. */
    String get(String name);

    /** A cookie; null where it is not there. */
    String cookie(String name);
  }

  /**
   * Where a request comes from.
   *
   * @param address of the client
   * @param secure whether it came through TLS
   * @param local from this machine, through no proxy
   */
  record Origin(String address, boolean secure, boolean local) {}

  /** A field of the body; null where it is not there. */
  String field(String name) {
    return fields.get(name);
  }

  /** What the client holds as its session; null where it holds none. */
  String session() {
    return headers.cookie(Cookie.NAME);
  }

  /** What an application shows as its key; null where it shows none (RFC 6750 section 2.1). */
  String key() {
    String authorization = headers.get("Authorization");
    boolean bearer = authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7);
    return bearer ? authorization.substring(7).strip() : null;
  }

  /** Never the fields: they hold passwords and codes. */
  @Override
  public String toString() {
    return "Call[" + method + " " + path + "]";
  }
}
