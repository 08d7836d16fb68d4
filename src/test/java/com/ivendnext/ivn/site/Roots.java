package com.ivendnext.ivn.site;

import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tests that need root, or need not to be root. */
final class Roots {

  /** The number of a user and a group who own nothing else. */
  static final int NOBODY = 65534;

  private Roots() {}

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  /** Skips the test unless run by root, whom alone the system lets give files away. */
  static void giveAway(Path file) throws IOException {
    assumeTrue(isRoot(), "only root can give files away");
    Files.setAttribute(file, "unix:uid", NOBODY);
    Files.setAttribute(file, "unix:gid", NOBODY);
  }

  /** Skips the test when run by root, whom permission bits do not stop. */
  static void assumePermissionsCount() {
    assumeFalse(isRoot(), "permission bits do not stop root");
  }
}
