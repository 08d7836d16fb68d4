package com.ivendnext.ivn.twofactor;

/**
 * What is sent to somebody, by mail or SMS.
 *
 * @param to a mailbox, or a phone number as the user's record has it
 * @param subject for mail
 * @param text plain text; the whole of an SMS
 */
public record Letter(String to, String subject, String text) {

  /** Never the text: it may hold a code. */
  @Override
  public String toString() {
    return "Letter[" + subject + "]";
  }
}
