package com.ivendnext.ivn.cli;

/** How a piece of text stands out where colour is on. */
public enum Style {
  PLAIN(""),
  BOLD("1"),
  FAINT("2"),
  GOOD("32"),
  BAD("31"),
  WARNING("33");

  private final String sequence;

  Style(String sequence) {
    this.sequence = sequence;
  }

  String apply(String text, boolean color) {
    return color && this != PLAIN ? "\u001b[" + sequence + "m" + text + "\u001b[0m" : text;
  }
}
