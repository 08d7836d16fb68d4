package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.audit.AuditRecord;
import com.ivendnext.ivn.audit.RecordFilter;
import com.ivendnext.ivn.terminal.Terminal;
import java.util.function.Consumer;

/** The records of a log, and then each new one as it comes, until nobody reads any more. */
public final class RecordFeed {
  private static final int WAIT_MILLIS = 500;

  private final SiteSession site;
  private final RecordFilter filter;
  private long last;

  public RecordFeed(SiteSession site, RecordFilter filter) {
    this.site = site;
    this.filter = filter;
  }

  /** Those that are there now. */
  public void present(Consumer<RecordEntry> reader) {
    site.store().eachRecord(last, record -> take(record, reader));
  }

  /** Those that come; ends with the program, or when what is printed goes nowhere. */
  public void coming(Consumer<RecordEntry> reader) {
    Terminal terminal = site.invocation().context().terminal();
    terminal.out().flush();
    while (!terminal.outClosed() && pause()) {
      present(reader);
      terminal.out().flush();
    }
  }

  private void take(AuditRecord record, Consumer<RecordEntry> reader) {
    last = record.sequence();
    if (filter.test(record)) {
      reader.accept(RecordEntry.of(record));
    }
  }

  /** False where this thread is to end. */
  private static boolean pause() {
    try {
      Thread.sleep(WAIT_MILLIS);
      return true;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
