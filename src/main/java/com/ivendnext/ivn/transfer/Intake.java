package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Takes what a format reads. */
public final class Intake {
  private final Consumer<Entry> entries;
  private final Consumer<Reject> rejects;
  private final Consumer<String> remarks;
  private String head;
  private long count;

  public Intake(Consumer<Entry> entries, Consumer<Reject> rejects) {
    this(entries, rejects, remark -> {});
  }

  /**
   * @param remarks hears what there is to know about the file as a whole
   */
  public Intake(Consumer<Entry> entries, Consumer<Reject> rejects, Consumer<String> remarks) {
    this.entries = entries;
    this.rejects = rejects;
    this.remarks = remarks;
  }

  /** Tells what there is to know about the file as a whole, in one sentence. */
  public void remark(String text) {
    remarks.accept(text);
  }

  /**
   * Takes one row; a failure while it is read makes it a reject.
   *
   * @param reading reads the row; null where there is nobody in it
   * @throws Failure data, at more rows than {@link Limits#ENTRIES}
   */
  public void take(Row row, Supplier<Entry> reading) {
    if (++count > Limits.ENTRIES) {
      throw Failure.data("the file has more than " + Limits.ENTRIES + " entries");
    }
    Entry entry;
    try {
      entry = reading.get();
    } catch (Failure flaw) {
      rejects.accept(new Reject(row, null, flaw.getMessage()));
      return;
    }
    if (entry != null) {
      entries.accept(entry);
    }
  }

  /** The row that has to stand before rejected ones, where there is one. */
  public void head(String row) {
    head = row;
  }

  /** As {@link #head(String)} was told; or null. */
  public String head() {
    return head;
  }

  /** Rows so far. */
  public long count() {
    return count;
  }
}
