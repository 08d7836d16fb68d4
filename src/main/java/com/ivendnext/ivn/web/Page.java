package com.ivendnext.ivn.web;

import java.util.Map;

/**
 * A page as it goes out: it loads nothing, runs nothing, and is neither kept nor framed.
 *
 * @param status of HTTP (RFC 9110)
 * @param html the document, UTF-8
 * @param retryAfter seconds until trying again makes sense; 0 where it does not matter
 */
public record Page(int status, String html, long retryAfter) {

  /** The headers of every page. */
  public static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type",
          "text/html; charset=utf-8",
          "Cache-Control",
          "no-store",
          "Content-Security-Policy",
          "default-src 'none'; style-src "
              + PageStyle.source()
              + "; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
          "Referrer-Policy",
          "no-referrer",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "X-Robots-Tag",
          "noindex");

  static Page of(int status, String title, Html content) {
    return new Page(status, document(title, content).markup(), 0);
  }

  Page retryAfter(long seconds) {
    return new Page(status, html, seconds);
  }

  private static Html document(String title, Html content) {
    return Html.of(
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{}</title>
        <style>{}</style>
        </head>
        <body>
        <main>
        <h1>{}</h1>
        {}</main>
        </body>
        </html>
        """,
        title,
        new Html(PageStyle.CSS),
        title,
        content);
  }

  /** Never the document: it may hold a secret. */
  @Override
  public String toString() {
    return "Page[" + status + "]";
  }
}
