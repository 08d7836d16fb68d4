package com.ivendnext.ivn.transfer;

import java.io.IOException;

/** Writes a file of some format, entry by entry. */
public interface EntryWriter {

  /**
   * Writes one person.
   *
   * @throws com.ivendnext.ivn.Failure of any kind, if the format cannot carry that person; then
   *     nothing of it was written, and the next one can be
   */
  void write(Entry entry) throws IOException;

  /** Writes what ends the file. */
  default void finish() throws IOException {
    // most formats just end
  }
}
