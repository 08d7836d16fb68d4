package com.ivendnext.ivn.cli;

/** The answer of a command that has said everything already. */
public record Nothing() implements Result {
  @Override
  public void print(TextWriter out) {
    // nothing
  }
}
