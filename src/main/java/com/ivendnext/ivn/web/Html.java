package com.ivendnext.ivn.web;

/** Markup. Text becomes part of it through {@link #of} only, which escapes it. */
record Html(String markup) {

  /**
   * {@code template} with each {@code {}} replaced by the next of {@code parts}: {@link Html} as it
   * is, all else as text, fit for content and quoted attributes.
   */
  static Html of(String template, Object... parts) {
    StringBuilder markup = new StringBuilder();
    int from = 0;
    for (Object part : parts) {
      int at = template.indexOf("{}", from);
      markup.append(template, from, at);
      markup.append(part instanceof Html html ? html.markup : escaped(String.valueOf(part)));
      from = at + 2;
    }
    return new Html(markup.append(template, from, template.length()).toString());
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
