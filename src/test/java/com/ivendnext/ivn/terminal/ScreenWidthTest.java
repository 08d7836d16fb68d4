package com.ivendnext.ivn.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenWidthTest {
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void comes_from_columns_of_the_environment_without_asking_the_tty() {
    assertEquals(132, onTty("COLUMNS", "132").columns());
    assertEquals(0, asked.get());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-5", "+5", "wide", "8 0", "123456", "٨٠"})
  void comes_from_the_tty_where_columns_is_no_positive_number(String columns) {
    assertEquals(101, onTty("COLUMNS", columns).columns());
  }

  @Test
  void is_asked_of_the_tty_only_when_needed_and_only_once() {
    Terminal terminal = onTty("TERM", "xterm");
    assertEquals(0, asked.get());

    assertEquals(101, terminal.columns());
    assertEquals(101, terminal.columns());
    assertEquals(1, asked.get());
  }

  @Test
  void is_80_without_a_tty_and_nothing_is_asked() {
    Terminal terminal = FakeTty.silent().builder().window(this::answer).build();

    assertEquals(80, terminal.columns());
    assertEquals(0, asked.get());
  }

  @Test
  void is_80_where_the_tty_does_not_know() {
    Terminal terminal = FakeTty.silent().builder().ttys(false, true, false).window(() -> 0).build();

    assertEquals(80, terminal.columns());
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void is_the_second_number_that_stty_prints() {
    assertEquals(132, ask(60_000, "echo", "24 132"));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void is_unknown_where_stty_prints_none() {
    assertEquals(0, ask(60_000, "echo", "0 0"));
    assertEquals(0, ask(60_000, "echo", "not a tty"));
    assertEquals(0, ask(60_000, "false"));
  }

  @Test
  void is_unknown_where_there_is_no_stty_or_no_tty() {
    File nothing = new File("no such directory", "tty");

    assertEquals(0, ask(60_000, "no-such-program-stty"));
    assertEquals(0, new WindowWidth(List.of("echo", "24 132"), nothing, 60_000).getAsInt());
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void is_not_waited_for_longer_than_allowed() {
    long start = System.nanoTime();

    assertEquals(0, ask(1, "sleep", "600"));
    assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(300));
  }

  private static int ask(long patienceMillis, String... command) {
    return new WindowWidth(List.of(command), new File("/dev/null"), patienceMillis).getAsInt();
  }

  private Terminal onTty(String name, String value) {
    return FakeTty.silent()
        .builder()
        .ttys(true, false, false)
        .env(Map.of(name, value))
        .window(this::answer)
        .build();
  }

  private int answer() {
    asked.incrementAndGet();
    return 101;
  }
}
