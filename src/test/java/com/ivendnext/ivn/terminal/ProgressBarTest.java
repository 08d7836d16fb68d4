package com.ivendnext.ivn.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private static final long MILLIS = 1_000_000;

  private final FakeTty tty = FakeTty.silent();
  private final AtomicLong nanos = new AtomicLong(-5);

  @Test
  void shows_count_total_per_cent_rate_and_remaining_time() {
    ProgressBar bar = bar(100, "80");
    after(2000, bar, 24);

    assertEquals("\renrolling  [####                ]  24/100  24 %  12/s  0:07 left", tty.err());
  }

  @Test
  void shows_slow_rates_with_a_digit_and_long_times_with_hours() {
    ProgressBar bar = bar(1000, "80");
    after(4000, bar, 1);

    assertTrue(tty.err().endsWith("1/1000  0 %  0.3/s  1:06:36 left"), tty.err());
  }

  @Test
  void stays_away_for_the_first_second() {
    ProgressBar bar = bar(100, "80");
    after(999, bar, 50);
    assertEquals("", tty.err());

    after(1, bar, 1);
    assertTrue(tty.err().contains("51/100"));
  }

  @Test
  void redraws_at_most_ten_times_a_second() {
    ProgressBar bar = bar(100_000, "80");
    for (int i = 0; i < 3000; i++) {
      after(1, bar, 1);
    }

    assertEquals(21, tty.err().chars().filter(c -> c == '\r').count());
  }

  @Test
  void covers_a_longer_line_before() {
    ProgressBar bar = bar(10_000, "80");
    after(1000, bar, 1);
    after(1000, bar, 8);

    String[] lines = tty.err().substring(1).split("\r");
    assertTrue(lines[0].contains("2:46:39 left") && lines[1].contains("37:01 left"));
    assertEquals(lines[0].length(), lines[1].length());
  }

  @Test
  void clears_its_line_at_the_end() {
    ProgressBar bar = bar(100, "80");
    after(1000, bar, 50);
    int drawn = tty.err().length() - 1;
    tty.err.reset();

    bar.close();

    assertEquals("\r" + " ".repeat(drawn) + "\r", tty.err());
  }

  @Test
  void has_nothing_to_clear_after_a_short_job() {
    ProgressBar bar = bar(100, "80");
    after(500, bar, 100);
    bar.close();

    assertEquals("", tty.err());
  }

  @Test
  void leaves_out_the_bar_and_then_cuts_on_a_narrow_screen() {
    ProgressBar narrow = bar(100, "60");
    after(2000, narrow, 24);
    assertEquals("\renrolling  24/100  24 %  12/s  0:07 left", tty.err());

    tty.err.reset();
    ProgressBar narrower = bar(100, "20");
    after(2000, narrower, 24);
    assertEquals("\renrolling  24/100 …", tty.err());
  }

  @Test
  void says_nothing_where_messages_go_to_no_tty() {
    Terminal terminal = tty.builder().ttys(true, true, false).build();
    try (ProgressBar bar = new ProgressBar(terminal, nanos::get, "enrolling", 100)) {
      after(5000, bar, 50);
    }

    assertEquals("", tty.err());
  }

  @Test
  void lives_with_nothing_to_do_and_with_more_than_announced() {
    after(2000, bar(0, "80"), 0);
    assertTrue(tty.err().endsWith("enrolling  0  0.0/s"), tty.err());

    after(2000, bar(1, "80"), 3);
    assertTrue(tty.err().endsWith("3/1  100 %  1.5/s  0:00 left"), tty.err());
  }

  private ProgressBar bar(long total, String columns) {
    Terminal terminal =
        tty.builder().ttys(false, false, true).env(Map.of("COLUMNS", columns)).build();
    return new ProgressBar(terminal, nanos::get, "enrolling", total);
  }

  private void after(long millis, ProgressBar bar, long count) {
    nanos.addAndGet(millis * MILLIS);
    bar.advance(count);
  }
}
