package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.transfer.Import;
import com.ivendnext.ivn.transfer.Reject;
import com.ivendnext.ivn.transfer.Row;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What there is to tell about the rows of an import. */
public final class ImportReport implements Import.Listener, AutoCloseable {
  /** So many notes tell all that there is to know. */
  private static final int MOST_NOTES = 1_000;

  /**
   * A row with what there is to say of it.
   *
   * @param row from 1; 0 for the file as a whole
   * @param user null where it is not known
   */
  public record Line(long row, String user, String reason) {
    /** What was not taken, or not written. */
    public static Line of(Reject reject) {
      return new Line(reject.row().number(), reject.user(), reject.reason());
    }

    /** For people. */
    public String text() {
      return row == 0
          ? reason
          : "row " + row + (user == null ? "" : " (" + user + ")") + ": " + reason;
    }
  }

  private final List<Line> rejects = new ArrayList<>();
  private final List<Line> notes = new ArrayList<>();
  private final RejectsFile file;

  /**
   * @param rejectsFile where rejected rows are written to; or null
   * @throws Failure refused, where it exists already
   */
  public ImportReport(Path rejectsFile) {
    if (rejectsFile != null && Files.exists(rejectsFile, LinkOption.NOFOLLOW_LINKS)) {
      throw Failure.refused(rejectsFile + " exists already")
          .hint("name another file for the rows that are rejected");
    }
    file = rejectsFile == null ? null : new RejectsFile(rejectsFile);
  }

  @Override
  public void rejected(Reject reject, String head) {
    rejects.add(Line.of(reject));
    if (file != null) {
      file.add(head, reject);
    }
  }

  @Override
  public void noted(Row row, String user, String note) {
    if (notes.size() < MOST_NOTES) {
      notes.add(new Line(row.number(), user, note));
    }
  }

  @Override
  public void remarked(String remark) {
    notes.add(new Line(0, null, remark));
  }

  /** The rows that were not taken, in the order of the file. */
  public List<Line> rejects() {
    return rejects;
  }

  /** What there is to know about rows that were taken; the first thousand. */
  public List<Line> notes() {
    return notes;
  }

  /** Lines for people. */
  public static List<String> lines(List<Line> lines) {
    return lines.stream().map(Line::text).toList();
  }

  @Override
  public void close() {
    if (file != null) {
      file.close();
    }
  }
}
