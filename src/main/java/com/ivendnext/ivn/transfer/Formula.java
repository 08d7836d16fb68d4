package com.ivendnext.ivn.transfer;

/**
 * Cells that a spreadsheet would take for a formula, and might run: an apostrophe before them makes
 * them text (OWASP, CSV injection). Reading takes exactly that apostrophe away again.
 */
final class Formula {
  private static final String STARTS = "=+-@\t\r";

  private Formula() {}

  /** The cell as it is written. */
  static String guarded(String cell) {
    return cell != null && isRisky(cell) ? "'" + cell : cell;
  }

  /** The cell that was guarded. */
  static String unguarded(String cell) {
    return cell.startsWith("'") && isRisky(cell) ? cell.substring(1) : cell;
  }

  /** Apostrophes that were there before count, so that the way back is unmistakable. */
  private static boolean isRisky(String cell) {
    int start = 0;
    while (start < cell.length() && cell.charAt(start) == '\'') {
      start++;
    }
    return start < cell.length() && STARTS.indexOf(cell.charAt(start)) >= 0;
  }
}
