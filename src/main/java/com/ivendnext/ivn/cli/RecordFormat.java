package com.ivendnext.ivn.cli;

import java.io.OutputStream;
import java.util.Locale;

/** The forms in which audit records are exported. */
public enum RecordFormat {
  /** A JSON document in each line. */
  JSONL {
    @Override
    public void write(Elements<RecordEntry> records, OutputStream out) {
      JsonWriter.lines(records, out);
    }
  },
  CSV {
    @Override
    public void write(Elements<RecordEntry> records, OutputStream out) {
      CsvWriter.write(RecordEntry.class, records, out);
    }
  };

  /**
   * Writes them all; {@code out} stays open.
   *
   * @throws java.io.UncheckedIOException when {@code out} takes no more
   */
  public abstract void write(Elements<RecordEntry> records, OutputStream out);

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
