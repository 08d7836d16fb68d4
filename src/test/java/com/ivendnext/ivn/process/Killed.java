package com.ivendnext.ivn.process;

/**
 * {@code kill -9} before each system call of one name that a command makes, one after the other:
 * strace(1) counts the calls and kills.
 */
final class Killed {
  private static final int STATUS = 137;

  private Killed() {}

  /** What is to hold after each death. */
  interface Check {
    void now() throws Exception;
  }

  /**
   * Runs a command until it comes to its end, and kills it before: before its first such call, then
   * before its {@code step}th further one, and so on.
   *
   * @return how often it was killed
   */
  static int before(RealBench bench, String call, int step, Check check, String... command)
      throws Exception {
    Tool.need("strace");
    int kills = 0;
    for (int number = 1; ; number += step, kills++) {
      String kill = "inject=" + call + ":signal=KILL:when=" + number;
      RealIvn.Outcome outcome =
          bench
              .through("strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=" + call, "-e", kill)
              .run(command);
      check.now();
      if (outcome.status() == 0) {
        return kills;
      }
      if (outcome.status() != STATUS) {
        throw new AssertionError("before " + call + " " + number + ": " + outcome);
      }
    }
  }
}
