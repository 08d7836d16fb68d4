package com.ivendnext.ivn.web;

import java.net.URI;
import java.util.Locale;

/**
 * Tells requests that another web site made a browser send (cross-site request forgery): by what
 * browsers say of them (Fetch Metadata), and by their Origin. Programs that are no browsers send
 * neither.
 */
final class CrossSite {
  static final String REFUSAL =
      "requests that another web site makes are refused; a proxy must pass the Host on";

  private CrossSite() {}

  /** Whether the request may change something and comes from elsewhere. */
  static boolean suspect(Call call) {
    boolean changes = call.method().equals("POST") || call.path().endsWith("/logout");
    return changes && (saysBrowser(call) || saysOrigin(call));
  }

  private static boolean saysBrowser(Call call) {
    String site = call.headers().get("Sec-Fetch-Site");
    return site != null && (site.equals("cross-site") || site.equals("same-site"));
  }

  /** Ports and scheme are left aside: a proxy in front of this server changes both. */
  private static boolean saysOrigin(Call call) {
    String origin = call.headers().get("Origin");
    return origin != null && !host(origin).equals(host("http://" + call.headers().get("Host")));
  }

  private static String host(String url) {
    try {
      String host = URI.create(url).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException opaque) {
      return "";
    }
  }
}
