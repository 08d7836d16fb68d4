package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frappe truncates a config and then writes it, under its lock; ivn may read just then. */
final class HalfWrittenConfigIT {
  private static final String FRAPPE =
      """
      import fcntl, sys
      site = sys.argv[1]
      with open(site + "/locks/site_config.lock", "w") as lock:
          fcntl.flock(lock, fcntl.LOCK_EX)
          with open(site + "/site_config.json") as f:
              config = f.read()
          with open(site + "/site_config.json", "w") as f:
              print("truncated", flush=True)
              sys.stdin.read()
              f.write(config)
      """;

  @TempDir private Path directory;

  @Test
  void is_read_once_it_is_whole() throws Exception {
    Tool.need("python3", "flock");
    RealBench bench = RealBench.madeIn(directory);
    Process frappe = RealIvn.by("python3", "-c", FRAPPE).start(bench.site().toString());
    Process ivn = null;
    try {
      assertEquals("truncated", frappe.inputReader().readLine());
      ivn = bench.ivn().start("user", "list");
      awaitThatItWaits(ivn);
      frappe.getOutputStream().close();
      assertEquals(0, ivn.waitFor());
    } finally {
      RealIvn.kill(frappe);
      if (ivn != null) {
        RealIvn.kill(ivn);
      }
    }
  }

  /** It waits for the lock through a child, flock(1). */
  private static void awaitThatItWaits(Process ivn) throws InterruptedException {
    boolean ended = false;
    while (!ended && ivn.descendants().findAny().isEmpty()) {
      ended = ivn.waitFor(20, TimeUnit.MILLISECONDS);
    }
  }
}
