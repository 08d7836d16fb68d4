package com.ivendnext.ivn.site;

import com.ivendnext.ivn.Failure;

/** The text of a literal and how far it has been read. */
final class LiteralText {

  /** What {@link #peek} returns behind the last character. */
  static final char END = '\uffff';

  private final String text;
  private int position;

  LiteralText(String text) {
    this.text = text;
  }

  boolean atEnd() {
    return position == text.length();
  }

  char peek() {
    return atEnd() ? END : text.charAt(position);
  }

  char peekSecond() {
    return position + 1 < text.length() ? text.charAt(position + 1) : END;
  }

  char next() {
    char c = peek();
    position += atEnd() ? 0 : 1;
    return c;
  }

  /** Takes the next character if it is this one. */
  boolean skip(char expected) {
    boolean found = !atEnd() && text.charAt(position) == expected;
    position += found ? 1 : 0;
    return found;
  }

  void skipBlanks() {
    while (!atEnd() && " \t\n\r\f".indexOf(peek()) >= 0) {
      position++;
    }
  }

  int position() {
    return position;
  }

  String since(int start) {
    return text.substring(start, position);
  }

  /** A failure at the next character. */
  Failure failure(String problem) {
    return failure(problem, position);
  }

  /** A failure that tells the column, counted from 1 in characters, but nothing of the text. */
  Failure failure(String problem, int where) {
    int column = text.codePointCount(0, where) + 1;
    return Failure.usage("not a JSON or Python literal: " + problem + " at column " + column)
        .hint("quote text as '…', or leave out --parse to store the value as text");
  }
}
