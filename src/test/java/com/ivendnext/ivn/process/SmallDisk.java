package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file system of 2 MiB in memory, in a mount namespace of its own: it takes no root where users
 * may make namespaces, and goes away with its keeper.
 */
final class SmallDisk implements AutoCloseable {
  private static final String KEEPER =
      "mount -t tmpfs -o size=2m ivn \"$0\" && echo mounted && exec cat";

  private final Process keeper;
  private final Path mountPoint;

  private SmallDisk(Process keeper, Path mountPoint) {
    this.keeper = keeper;
    this.mountPoint = mountPoint;
  }

  /** Mounts one on a directory; skips the test where that is not allowed. */
  static SmallDisk on(Path directory) throws IOException {
    Tool.need("unshare", "nsenter");
    Process keeper = RealIvn.by("unshare", "-rm", "sh", "-c", KEEPER).start(directory.toString());
    boolean mounted = "mounted".equals(keeper.inputReader().readLine());
    assumeTrue(mounted, "users may make namespaces and mount in them");
    return new SmallDisk(keeper, directory);
  }

  /** Where this process, outside, finds it. */
  Path path() {
    return Path.of("/proc/" + keeper.pid() + "/root" + mountPoint);
  }

  /** The command that runs others inside, in its root. */
  List<String> entrance() {
    List<String> words = new ArrayList<>(List.of("nsenter", "-t", Long.toString(keeper.pid())));
    words.addAll(List.of("-m", "-U", "--preserve-credentials"));
    words.addAll(List.of("env", "-C", mountPoint.toString()));
    return words;
  }

  /** Fills it up to its last {@code bytes}. */
  void fillUpTo(int bytes) throws IOException {
    Files.write(path().resolve("spare"), new byte[bytes]);
    try (OutputStream fill = Files.newOutputStream(path().resolve("fill"))) {
      assertThrows(
          IOException.class,
          () -> {
            while (true) {
              fill.write(new byte[4096]);
            }
          });
    }
    Files.delete(path().resolve("spare"));
  }

  /** Undoes {@link #fillUpTo}. */
  void clear() throws IOException {
    Files.delete(path().resolve("fill"));
  }

  /** Lets nobody write any more. */
  void protect() {
    List<String> command = entrance();
    command.addAll(List.of("mount", "-o", "remount,ro", mountPoint.toString()));
    assertEquals("", Tool.asked(command.toArray(String[]::new)));
  }

  @Override
  public void close() {
    RealIvn.kill(keeper);
  }
}
