package com.ivendnext.ivn.site;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * flock(2) held by a child process, since Java itself only has fcntl(2) locks, which do not exclude
 * it: {@code flock -x FILE cat}, where {@code cat} starts once the lock is had and ends when its
 * input does. So the kernel releases the lock even if this JVM is killed, and serves those who wait
 * in their order.
 */
final class FlockChild implements AutoCloseable {

  /** How long a child that has nothing more to do may take to end, in seconds. */
  private static final long END_SECONDS = 5;

  private final Process child;
  private boolean locked;

  private FlockChild(Process child) {
    this.child = child;
  }

  /**
   * Starts to wait for the lock.
   *
   * @param searchPath the value of {@code PATH}, or null
   * @return null where there is no flock(1)
   */
  static FlockChild start(Path file, String searchPath) throws IOException {
    Path program = find(searchPath);
    if (program == null) {
      return null;
    }
    // cat prints nothing to stderr that matters, and ours may be closed
    return new FlockChild(
        new ProcessBuilder(program.toString(), "-x", file.toString(), "cat")
            .redirectError(Redirect.DISCARD)
            .start());
  }

  private static Path find(String searchPath) {
    if (searchPath == null) {
      return null;
    }
    for (String directory : searchPath.split(":")) {
      Path program = Path.of(directory, "flock");
      if (program.isAbsolute() && Files.isRegularFile(program) && Files.isExecutable(program)) {
        return program;
      }
    }
    return null;
  }

  /**
   * Waits until the lock is had, which an echo from {@code cat} tells.
   *
   * @param deadline as {@link System#nanoTime} counts
   * @return false where it was not had in time
   * @throws IOException where flock(1) gave up
   */
  boolean await(long deadline) throws IOException, InterruptedException {
    askForEcho();
    FutureTask<Integer> echo = new FutureTask<>(child.getInputStream()::read);
    Thread reader = new Thread(echo, "flock");
    reader.setDaemon(true);
    reader.start();
    try {
      locked = echo.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS) >= 0;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
    if (!locked) {
      throw new IOException("flock ended with status " + child.waitFor());
    }
    return true;
  }

  private void askForEcho() {
    try {
      child.getOutputStream().write('\n');
      child.getOutputStream().flush();
    } catch (IOException e) {
      // the child has ended already, and its status tells more
    }
  }

  /** Releases the lock, or stops waiting for it; it is free when this returns. */
  @Override
  public void close() {
    endInput();
    if (!locked) {
      child.destroy();
    }
    try {
      if (!child.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        child.destroyForcibly();
      }
    } catch (InterruptedException e) {
      child.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void endInput() {
    try {
      child.getOutputStream().close();
    } catch (IOException e) {
      // the child has ended already
    }
  }
}
