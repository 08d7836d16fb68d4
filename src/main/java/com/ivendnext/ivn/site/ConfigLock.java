package com.ivendnext.ivn.site;

import com.ivendnext.ivn.Failure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The right to write a config. It excludes Frappe, which takes flock(2) on the same file, other ivn
 * processes even where flock(1) is missing, and other threads.
 *
 * <p>Among ivn processes it is an fcntl(2) lock on a second file beside it, {@code
 * site_config.lock.ivn}: on NFS flock(2) is made of fcntl locks, so on one file the two would
 * exclude each other. Nobody ever deletes either file.
 */
final class ConfigLock implements AutoCloseable {

  /** How long Frappe and ivn wait for a lock. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final long POLL_MILLIS = 10;

  /**
   * One gate per lock file, for the threads of this process. It must be shared by all: the kernel
   * drops a process's fcntl lock as soon as any thread closes any descriptor of the file, so nobody
   * may open it while another holds it.
   */
  private static final ConcurrentHashMap<Path, Semaphore> GATES = new ConcurrentHashMap<>();

  private final Path file;
  private final long deadline;
  private Semaphore gate;
  private FlockChild flock;
  private FileChannel channel;

  private ConfigLock(Path file, Duration patience) {
    this.file = file.toAbsolutePath();
    this.deadline = System.nanoTime() + patience.toNanos();
  }

  /**
   * Waits for the lock and takes it; {@link #close} releases it. The lock file and its directory
   * are made when missing. A thread must not take the same lock twice.
   *
   * @throws Failure of kind tryLater where somebody else holds it all that time, and of kind data
   *     where the file cannot be made or locked
   */
  static ConfigLock take(Path file, Duration patience) {
    return take(file, patience, System.getenv("PATH"));
  }

  /** The same with another {@code PATH} to look for flock(1). */
  static ConfigLock take(Path file, Duration patience, String searchPath) {
    ConfigLock lock = new ConfigLock(file, patience);
    boolean taken = false;
    try {
      taken = lock.acquire(searchPath);
    } catch (IOException e) {
      throw FileFailure.cannot("lock", file, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (!taken) {
        lock.close();
      }
    }
    if (!taken) {
      throw Failure.tryLater(
              "somebody else holds the lock " + file + " (waited " + patience.toSeconds() + " s)")
          .hint("wait until bench or the other ivn is done, then try again");
    }
    return lock;
  }

  private boolean acquire(String searchPath) throws IOException, InterruptedException {
    make(file);
    Path real = file.toRealPath();
    if (!passGate(real)) {
      return false;
    }
    flock = FlockChild.start(real, searchPath);
    return (flock == null || flock.await(deadline))
        && lockChannel(real.resolveSibling(real.getFileName() + ".ivn"));
  }

  private static void make(Path file) throws IOException {
    Ownership.makeDirectory(file.getParent());
    Ownership.makeFile(file);
    if (!Files.isRegularFile(file)) {
      throw new FileSystemException(file.toString(), null, "it is not a regular file");
    }
  }

  private boolean passGate(Path real) throws InterruptedException {
    GATES.putIfAbsent(real, new Semaphore(1, true));
    Semaphore shared = GATES.get(real);
    if (!shared.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
      return false;
    }
    gate = shared;
    return true;
  }

  private boolean lockChannel(Path second) throws IOException, InterruptedException {
    make(second);
    channel = FileChannel.open(second, StandardOpenOption.WRITE);
    while (!tryChannel()) {
      if (System.nanoTime() - deadline >= 0) {
        return false;
      }
      Thread.sleep(POLL_MILLIS);
    }
    return true;
  }

  private boolean tryChannel() throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // by this process, past the gate: the file has a second name
    }
  }

  @Override
  public void close() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // the kernel has released the lock all the same
    }
    if (flock != null) {
      flock.close();
    }
    if (gate != null) {
      gate.release();
      gate = null;
    }
  }
}
