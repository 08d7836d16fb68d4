package com.ivendnext.ivn.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One call of {@code bin/ivn} as a process, prepared step by step and then run.
 *
 * <p>The environment is that of the tests without what would change the outcome ({@code IVN_*},
 * {@code FRAPPE_SITE}, Java's own options, the locale), and with {@code LANG=C.UTF-8}.
 */
public final class RealIvn {

  /** How it ended: exit status, and all it wrote, as UTF-8. */
  public record Outcome(int status, String out, String err) {}

  private final List<String> command;
  private final Map<String, String> environment = new HashMap<>();
  private Path directory;
  private String stdin = "";
  private Duration timeout = Duration.ofSeconds(60);

  private RealIvn(List<String> command) {
    this.command = List.copyOf(command);
    for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
      if (!changesTheOutcome(variable.getKey())) {
        environment.put(variable.getKey(), variable.getValue());
      }
    }
    environment.put("LANG", "C.UTF-8");
  }

  private static boolean changesTheOutcome(String name) {
    return name.startsWith("IVN_")
        || name.startsWith("LC_")
        || name.endsWith("JAVA_OPTIONS")
        || name.equals("JAVA_TOOL_OPTIONS")
        || name.equals("FRAPPE_SITE")
        || name.equals("NO_COLOR");
  }

  /** The {@code bin/ivn} that the build has just left. */
  public static RealIvn built() {
    return at(home().resolve("bin/ivn"));
  }

  /** Another {@code bin/ivn}, or a link to one. */
  public static RealIvn at(Path script) {
    return by(script.toString());
  }

  /** Whatever ends up in {@code bin/ivn}: a relative path, a shell with it, a wrapper. */
  public static RealIvn by(String... command) {
    return new RealIvn(List.of(command));
  }

  /** The distribution that the build has just left. */
  public static Path home() {
    return Path.of(System.getProperty("ivn.dist", "target/ivn")).toAbsolutePath();
  }

  /** With this working directory; that of the tests otherwise. */
  public RealIvn in(Path directory) {
    this.directory = directory;
    return this;
  }

  /** With this environment variable, or without it where the value is null. */
  public RealIvn with(String name, String value) {
    if (value == null) {
      environment.remove(name);
    } else {
      environment.put(name, value);
    }
    return this;
  }

  /** With this text on stdin, as UTF-8; nothing otherwise. */
  public RealIvn typing(String text) {
    stdin = text;
    return this;
  }

  /** With at most this long to end; 60 s otherwise. */
  public RealIvn within(Duration timeout) {
    this.timeout = timeout;
    return this;
  }

  /** Starts it and returns at once; its streams are pipes, and what {@link #typing} said is off. */
  public Process start(String... arguments) {
    try {
      return prepare(arguments).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs it to its end; fails the test, killing it, where that takes longer than the timeout. */
  public Outcome run(String... arguments) {
    try {
      Path room = Files.createTempDirectory("ivn-run");
      try {
        return run(room, prepare(arguments));
      } finally {
        for (String stream : List.of("in", "out", "err")) {
          Files.deleteIfExists(room.resolve(stream));
        }
        Files.delete(room);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Outcome run(Path room, ProcessBuilder builder) throws IOException {
    Path in = Files.writeString(room.resolve("in"), stdin);
    Path out = room.resolve("out");
    Path err = room.resolve("err");
    builder.redirectInput(in.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
    Process process = builder.start();
    boolean ended = waitFor(process);
    String written = text(out);
    String complained = text(err);
    if (!ended) {
      throw new AssertionError("still running; out: " + written + ", err: " + complained);
    }
    return new Outcome(process.exitValue(), written, complained);
  }

  /** Whether it ended by itself; it has ended in any case. */
  private boolean waitFor(Process process) {
    try {
      return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      kill(process);
    }
  }

  /** Ends a process and whatever it started, at once. */
  public static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private ProcessBuilder prepare(String... arguments) {
    List<String> words = new ArrayList<>(command);
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().clear();
    builder.environment().putAll(environment);
    if (directory != null) {
      builder.directory(directory.toFile());
    }
    return builder;
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
