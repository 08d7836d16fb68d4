package com.ivendnext.ivn.delivery;

/** Plain text as an HTML page that loads and runs nothing. */
final class HtmlText {
  private HtmlText() {}

  /** Paragraphs where the text has empty lines, line breaks where it has others, links. */
  static String of(String text) {
    StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">");
    page.append("</head><body>\n<p>");
    String open = "";
    for (String line : text.strip().split("\\R", -1)) {
      if (line.isBlank()) {
        open = "</p>\n<p>";
      } else {
        page.append(open).append(line(line));
        open = "<br>\n";
      }
    }
    return page.append("</p>\n</body></html>\n").toString();
  }

  /** A line that is nothing but a web address is a link. */
  private static String line(String text) {
    String escaped = escaped(text);
    boolean address = text.startsWith("https://") || text.startsWith("http://");
    return address && text.indexOf(' ') < 0
        ? "<a href=\"" + escaped + "\">" + escaped + "</a>"
        : escaped;
  }

  static String escaped(String text) {
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
