package com.ivendnext.ivn.terminal;

/**
 * How wide text is on a terminal, in columns; enough to align tables. The text is {@link Printable}
 * already. A sequence of joined emoji counts as its parts.
 */
public final class Columns {
  /**
   * First and last code points that take two columns: W and F in EastAsianWidth.txt of Unicode
   * 18.0, joined where only unassigned code points or combining marks lie between, without the
   * regional indicators (two of them make one flag).
   */
  private static final int[] WIDE = {
    0x1100, 0x115f, 0x231a, 0x231b, 0x2329, 0x232a, 0x23e9, 0x23ec, 0x23f0, 0x23f0, 0x23f3, 0x23f3,
    0x25fd, 0x25fe, 0x2614, 0x2615, 0x2630, 0x2637, 0x2648, 0x2653, 0x267f, 0x267f, 0x268a, 0x268f,
    0x2693, 0x2693, 0x26a1, 0x26a1, 0x26aa, 0x26ab, 0x26bd, 0x26be, 0x26c4, 0x26c5, 0x26ce, 0x26ce,
    0x26d4, 0x26d4, 0x26ea, 0x26ea, 0x26f2, 0x26f3, 0x26f5, 0x26f5, 0x26fa, 0x26fa, 0x26fd, 0x26fd,
    0x2705, 0x2705, 0x270a, 0x270b, 0x2728, 0x2728, 0x274c, 0x274c, 0x274e, 0x274e, 0x2753, 0x2755,
    0x2757, 0x2757, 0x2795, 0x2797, 0x27b0, 0x27b0, 0x27bf, 0x27bf, 0x2b1b, 0x2b1c, 0x2b50, 0x2b50,
    0x2b55, 0x2b55, 0x2e80, 0x3029, 0x3030, 0x303e, 0x3041, 0x3247, 0x3250, 0xa4c6, 0xa960, 0xa97c,
    0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe10, 0xfe6b, 0xff01, 0xff60, 0xffe0, 0xffe6, 0x16fe0,
    0x16fe3, 0x16ff2, 0x18d20, 0x18d80, 0x191d2, 0x1aff0, 0x1b2fb, 0x1d300, 0x1d376, 0x1f004,
    0x1f004, 0x1f0cf, 0x1f0cf, 0x1f18e, 0x1f18e, 0x1f191, 0x1f19a, 0x1f1ae, 0x1f1ae, 0x1f200,
    0x1f265, 0x1f300, 0x1f320, 0x1f32d, 0x1f335, 0x1f337, 0x1f37c, 0x1f37e, 0x1f393, 0x1f3a0,
    0x1f3ca, 0x1f3cf, 0x1f3d3, 0x1f3e0, 0x1f3f0, 0x1f3f4, 0x1f3f4, 0x1f3f8, 0x1f43e, 0x1f440,
    0x1f440, 0x1f442, 0x1f4fc, 0x1f4ff, 0x1f53d, 0x1f54b, 0x1f54e, 0x1f550, 0x1f567, 0x1f57a,
    0x1f57a, 0x1f595, 0x1f596, 0x1f5a4, 0x1f5a4, 0x1f5fb, 0x1f64f, 0x1f680, 0x1f6c5, 0x1f6cc,
    0x1f6cc, 0x1f6d0, 0x1f6d2, 0x1f6d5, 0x1f6df, 0x1f6eb, 0x1f6ec, 0x1f6f4, 0x1f6fc, 0x1f7da,
    0x1f7f0, 0x1f90c, 0x1f93a, 0x1f93c, 0x1f945, 0x1f947, 0x1f9ff, 0x1fa70, 0x1fafa, 0x20000,
    0x3fffd
  };

  private Columns() {}

  /** The columns of a text: combining marks take none, East Asian and emoji characters two. */
  public static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      width += width(text.codePointAt(i));
    }
    return width;
  }

  /** The text with spaces after it up to a width; a wider text stays as it is. */
  public static String pad(String text, int width) {
    int missing = width - width(text);
    return missing > 0 ? text + " ".repeat(missing) : text;
  }

  /** The text, or as much of its start as fits into a width together with an ellipsis. */
  public static String cut(String text, int width) {
    return cut(text, width, "…");
  }

  /**
   * As {@link #cut(String, int)} with another mark, for terminals without UTF-8.
   *
   * @param width at least 0; for 0 the result is empty
   * @param mark what shows that something is missing; one column wide
   */
  public static String cut(String text, int width, String mark) {
    if (width(text) <= width) {
      return text;
    }
    if (width < 1) {
      return "";
    }
    return text.substring(0, lengthOfFit(text, width - 1)) + mark;
  }

  /** How many chars of a text fit, marks that combine with the last character included. */
  private static int lengthOfFit(String text, int width) {
    int left = width;
    int i = 0;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      left -= width(codePoint);
      if (left < 0) {
        return i;
      }
      i += Character.charCount(codePoint);
    }
    return i;
  }

  private static int width(int codePoint) {
    if (codePoint < 0x300) {
      return 1;
    }
    if (isZeroWidth(codePoint)) {
      return 0;
    }
    return isWide(codePoint) ? 2 : 1;
  }

  /** Combining marks; Hangul vowels and finals, which join; zero-width spaces and joiners. */
  private static boolean isZeroWidth(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || (codePoint >= 0x1160 && codePoint <= 0x11ff)
        || (codePoint >= 0x200b && codePoint <= 0x200f)
        || (codePoint >= 0x2060 && codePoint <= 0x2064)
        || codePoint == 0xfeff;
  }

  private static boolean isWide(int codePoint) {
    int low = 0;
    int high = WIDE.length / 2 - 1;
    while (low <= high) {
      int middle = (low + high) / 2;
      if (codePoint < WIDE[2 * middle]) {
        high = middle - 1;
      } else if (codePoint > WIDE[2 * middle + 1]) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }
}
