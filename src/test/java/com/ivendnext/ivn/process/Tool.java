package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Other programs that a test asks; where one is missing the test is skipped. */
final class Tool {
  private Tool() {}

  /** Skips the test unless all of them are installed. */
  static void need(String... names) {
    for (String name : names) {
      assumeTrue(isInstalled(name), () -> name + " is not installed");
    }
  }

  private static boolean isInstalled(String name) {
    for (String directory : System.getenv("PATH").split(":")) {
      if (Files.isExecutable(Path.of(directory, name))) {
        return true;
      }
    }
    return false;
  }

  /** What such a program prints, without the last line end; fails unless its status is 0. */
  static String asked(String... command) {
    need(command[0]);
    RealIvn.Outcome outcome = RealIvn.by(command).run();
    assertEquals(0, outcome.status(), outcome::err);
    return outcome.out().stripTrailing();
  }
}
