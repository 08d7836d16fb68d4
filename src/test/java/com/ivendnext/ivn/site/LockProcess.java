package com.ivendnext.ivn.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Another JVM that holds a lock until its input ends, or until it is killed. */
final class LockProcess implements AutoCloseable {

  private final Process process;

  private LockProcess(Process process) {
    this.process = process;
  }

  /** What runs in there: a lock file, a PATH to look for flock(1), and how long to wait in ms. */
  public static void main(String[] args) throws IOException {
    ConfigLock lock =
        ConfigLock.take(Path.of(args[0]), Duration.ofMillis(Long.parseLong(args[2])), args[1]);
    System.out.println("held");
    System.in.read();
    lock.close();
  }

  /** Returns once the other process holds the lock. */
  static LockProcess holding(Path lockFile, String searchPath) throws IOException {
    return start(List.of(), lockFile, searchPath, ConfigLock.PATIENCE).held();
  }

  /** The same, with its stderr closed. */
  static LockProcess holdingWithoutStderr(Path lockFile, String searchPath) throws IOException {
    List<String> closing = List.of("sh", "-c", "exec \"$@\" 2>&-", "sh");
    return start(closing, lockFile, searchPath, ConfigLock.PATIENCE).held();
  }

  /** Returns while the other process is about to try. */
  static LockProcess trying(Path lockFile, String searchPath, Duration patience)
      throws IOException {
    return start(List.of(), lockFile, searchPath, patience);
  }

  private static LockProcess start(
      List<String> prefix, Path lockFile, String searchPath, Duration patience) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            origin(ConfigLock.class) + File.pathSeparator + origin(LockProcess.class),
            LockProcess.class.getName(),
            lockFile.toString(),
            searchPath,
            Long.toString(patience.toMillis())));
    return new LockProcess(new ProcessBuilder(command).start());
  }

  private LockProcess held() throws IOException {
    if (process.getInputStream().read() != 'h') {
      throw new IOException(new String(process.getErrorStream().readAllBytes(), UTF_8));
    }
    return this;
  }

  private static Path origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(60, SECONDS);
  }

  /** Lets it release the lock and end; returns its exit status. */
  int end() throws IOException, InterruptedException {
    process.getOutputStream().close();
    process.waitFor(60, SECONDS);
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
