package com.ivendnext.ivn;

import com.ivendnext.ivn.audit.Actor;
import com.ivendnext.ivn.cli.Context;
import com.ivendnext.ivn.cli.Runner;
import com.ivendnext.ivn.command.CommandList;
import com.ivendnext.ivn.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Runs command lines in this JVM: a bench in a given directory, a clock that only moves when it is
 * told to, streams in memory.
 */
public final class InProcess {
  /** When every test begins: the beginning of a 30 second time step. */
  public static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

  public final SteppingClock clock = new SteppingClock(START);
  private final Map<String, String> environment = new HashMap<>();
  private final Path directory;
  private SecureRandom random = new SecureRandom();
  private Optional<Boolean> clockSynchronised = Optional.empty();
  public final Mailbox mailbox = new Mailbox();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private boolean onTerminal;

  /** What a command line left behind. */
  public record Outcome(int status, String out, String err) {}

  /**
   * @param directory the working directory
   */
  public InProcess(Path directory) {
    this.directory = directory;
  }

  /** Sets a variable of the environment. */
  public InProcess env(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Where random numbers come from. */
  public InProcess random(SecureRandom numbers) {
    random = numbers;
    return this;
  }

  /** What the machine knows of its clock. */
  public InProcess clockSynchronised(boolean synchronised) {
    clockSynchronised = Optional.of(synchronised);
    return this;
  }

  /** From now on all three streams are a terminal. */
  public InProcess onTerminal() {
    onTerminal = true;
    return this;
  }

  public void sleep(Duration duration) {
    clock.advance(duration);
  }

  public Outcome run(String... arguments) {
    return runWithInput("", arguments);
  }

  public Outcome runWithInput(String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        Terminal.on(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err)
            .ttys(onTerminal, onTerminal, onTerminal)
            .env(environment)
            .build();
    int status = new Runner(CommandList.tree(), context(terminal)).run(List.of(arguments));
    return new Outcome(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /**
   * @throws AssertionError when the command line does not succeed
   */
  public Outcome ok(String... arguments) {
    Outcome outcome = run(arguments);
    if (outcome.status() != 0) {
      throw new AssertionError(String.join(" ", arguments) + " failed: " + outcome);
    }
    return outcome;
  }

  /** Asks what serves to end. */
  public void stop() {
    stopped.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** The surroundings in which {@link #run} runs. */
  public Context context(Terminal terminal) {
    return new Context(
        terminal,
        clock,
        () -> random,
        environment,
        directory,
        () -> new Actor("tester", null, null),
        Ivn::open,
        () -> clockSynchronised,
        (method, values) -> mailbox,
        new Context.Staying(Ivn::openShared, () -> await(stopped)));
  }
}
