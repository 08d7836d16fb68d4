package com.ivendnext.ivn.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HtmlTextTest {
  private static String body(String text) {
    String page = HtmlText.of(text);
    return page.substring(page.indexOf("<body>\n") + 7, page.indexOf("\n</body>"));
  }

  @Test
  void makes_paragraphs_of_what_empty_lines_part() {
    assertEquals("<p>one</p>\n<p>two</p>", body("one\n\n\n \ntwo\n"));
  }

  @Test
  void keeps_the_other_ends_of_lines() {
    assertEquals("<p>one<br>\ntwo</p>\n<p>three<br>\nfour</p>", body("one\r\ntwo\n\nthree\nfour"));
  }

  @Test
  void lets_no_text_become_markup() {
    assertEquals(
        "<p>&lt;img src=&quot;http://x/&quot; alt=&#39;&amp;&#39;&gt;</p>",
        body("<img src=\"http://x/\" alt='&'>"));
  }

  @Test
  void a_line_that_is_a_web_address_is_a_link() {
    String page = HtmlText.of("Open:\n\nhttps://erp.example.com/qrcode?k=1&l=\"\n\nhttps://x y");
    assertTrue(
        page.contains(
            "<p><a href=\"https://erp.example.com/qrcode?k=1&amp;l=&quot;\">"
                + "https://erp.example.com/qrcode?k=1&amp;l=&quot;</a></p>"),
        page);
    assertTrue(page.contains("<p>https://x y</p>"), page);
  }
}
