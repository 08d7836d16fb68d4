package com.ivendnext.ivn.transfer;

import java.util.Locale;

/** What becomes of a user whom the site has already, and of whom the file says something else. */
public enum OnConflict {
  /** The user stays as the site has it; nothing of the row is taken. */
  SKIP,
  /** The file wins. */
  REPLACE,
  /** The row is rejected. */
  FAIL;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
