package com.ivendnext.ivn.cli;

/** Lengths of time in words. */
public final class Span {
  private Span() {}

  /** The two largest units: {@code 4 min 30 s}, {@code 2 h}, {@code 1 d 3 h}. */
  public static String of(long seconds) {
    long[] sizes = {86_400, 3_600, 60, 1};
    String[] names = {" d", " h", " min", " s"};
    for (int i = 0; i < sizes.length - 1; i++) {
      if (seconds >= sizes[i]) {
        long rest = seconds % sizes[i] / sizes[i + 1];
        String more = rest == 0 ? "" : " " + rest + names[i + 1];
        return seconds / sizes[i] + names[i] + more;
      }
    }
    return seconds + " s";
  }
}
