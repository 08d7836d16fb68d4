package com.ivendnext.ivn.transfer;

/**
 * Where an entry stands in its file.
 *
 * @param number a line, or in formats without lines the position of the entry; from 1
 * @param text what stands there, to be written into a file of rejects; null in formats without
 *     lines. May hold a secret: never shown
 */
public record Row(long number, String text) {

  /** A row of a format without lines. */
  public static Row of(long number) {
    return new Row(number, null);
  }

  @Override
  public String toString() {
    return "row " + number;
  }
}
