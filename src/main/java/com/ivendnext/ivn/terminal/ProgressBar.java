package com.ivendnext.ivn.terminal;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * One line on standard error that shows how far a long job is: count, total, per cent, rate and
 * remaining time. Appears after a second, and only on a tty; {@link #close} clears it. For one
 * thread.
 */
public final class ProgressBar implements AutoCloseable {
  private static final long SECOND = 1_000_000_000L;
  private static final long REDRAW = SECOND / 10;
  private static final int BAR_COLUMNS = 20;

  private final Terminal terminal;
  private final LongSupplier nanos;
  private final String label;
  private final long total;
  private final long start;
  private long drawnAt;
  private int drawnColumns;
  private long done;

  /**
   * Begins to count.
   *
   * @param nanos a clock in nanoseconds that never goes back, such as {@code System::nanoTime}
   * @param label what is being done, in a word or two that need no escaping
   * @param total how much there is to do; 0 where nobody knows, and then only what is done shows
   */
  public ProgressBar(Terminal terminal, LongSupplier nanos, String label, long total) {
    this.terminal = terminal;
    this.nanos = nanos;
    this.label = label;
    this.total = total;
    this.start = nanos.getAsLong();
    this.drawnAt = start;
  }

  /** So much more is done. */
  public void advance(long count) {
    done += count;
    if (!terminal.errIsTty()) {
      return;
    }
    long now = nanos.getAsLong();
    if (now - start >= SECOND && now - drawnAt >= REDRAW) {
      drawnAt = now;
      draw(line((now - start) / (double) SECOND));
    }
  }

  /** Clears the line, if one was drawn. */
  @Override
  public void close() {
    if (drawnColumns > 0) {
      draw("");
      terminal.err().print('\r');
      terminal.err().flush();
    }
  }

  /** Replaces the line; blanks, not an escape sequence, cover the rest, so that any tty will do. */
  private void draw(String line) {
    PrintWriter err = terminal.err();
    err.print('\r');
    err.print(Columns.pad(line, drawnColumns));
    err.flush();
    drawnColumns = Columns.width(line);
  }

  private String line(double seconds) {
    double rate = done / seconds;
    double share = total > 0 ? Math.min(1.0, done / (double) total) : 1.0;
    StringBuilder facts = new StringBuilder();
    facts.append(done);
    if (total > 0) {
      facts.append('/').append(total).append("  ").append((long) (100 * share)).append(" %");
    }
    facts.append("  ");
    facts.append(String.format(Locale.ROOT, rate < 10 ? "%.1f/s" : "%.0f/s", rate));
    if (rate > 0 && total > 0) {
      facts.append("  ").append(clock((long) Math.ceil((total - done) / rate))).append(" left");
    }
    // The last column stays free: a full line would scroll.
    int columns = terminal.columns() - 1;
    int room = columns - Columns.width(label) - facts.length() - 6;
    String bar = room >= BAR_COLUMNS && total > 0 ? bar(share) : "";
    return Columns.cut(label + "  " + bar + facts, columns, terminal.unicode() ? "…" : "~");
  }

  private static String bar(double share) {
    int full = (int) (share * BAR_COLUMNS);
    return "[" + "#".repeat(full) + " ".repeat(BAR_COLUMNS - full) + "]  ";
  }

  /** Seconds as 0:07 or 1:02:03. */
  private static String clock(long seconds) {
    long left = Math.max(0, seconds);
    String tail = twoDigits(left % 60);
    if (left < 3600) {
      return left / 60 + ":" + tail;
    }
    return left / 3600 + ":" + twoDigits(left / 60 % 60) + ":" + tail;
  }

  private static String twoDigits(long number) {
    return number < 10 ? "0" + number : Long.toString(number);
  }
}
