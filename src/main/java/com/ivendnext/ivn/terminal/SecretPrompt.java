package com.ivendnext.ivn.terminal;

/** Reads a line typed at the terminal without showing it, such as {@code Console::readPassword}. */
@FunctionalInterface
public interface SecretPrompt {
  /** The line without its end, or null at the end of input; the caller may wipe it. */
  char[] read();
}
