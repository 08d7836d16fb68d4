package com.ivendnext.ivn.twofactor;

import java.time.Duration;

/** Lengths of time as letters and pages say them. */
public final class Lifetime {
  private Lifetime() {}

  /**
   * The two largest units: {@code 4 minutes}, {@code 1 minute 5 seconds}, {@code 1 day}; what is
   * less than a second counts as one.
   */
  public static String of(Duration time) {
    long seconds = Math.max(1, time.toSeconds());
    long[] sizes = {86_400, 3_600, 60, 1};
    String[] names = {"day", "hour", "minute", "second"};
    int i = 0;
    while (seconds < sizes[i]) {
      i++;
    }
    String words = counted(seconds / sizes[i], names[i]);
    long rest = i == 3 ? 0 : seconds % sizes[i] / sizes[i + 1];
    return rest == 0 ? words : words + " " + counted(rest, names[i + 1]);
  }

  private static String counted(long number, String name) {
    return number + " " + name + (number == 1 ? "" : "s");
  }
}
