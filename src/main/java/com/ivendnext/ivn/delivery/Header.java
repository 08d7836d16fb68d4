package com.ivendnext.ivn.delivery;

import com.ivendnext.ivn.Failure;

/** Text that becomes part of a header line, where the end of a line would start another header. */
final class Header {
  private Header() {}

  /**
   * @param what names the text in the message
   * @throws Failure (delivery) when it holds a control character or a line separator
   */
  static void check(String what, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        throw Failure.delivery(what + " holds a control character, so no mail was sent");
      }
    }
  }
}
