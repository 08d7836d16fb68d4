package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The CSV export of Bitwarden; see {@link Bitwarden} for what is taken. */
final class BitwardenCsv implements Format {
  private static final String NAME = "name";
  private static final String USERNAME = "login_username";
  private static final String TOTP = "login_totp";

  @Override
  public String name() {
    return "bitwarden-csv";
  }

  @Override
  public String about() {
    return "the CSV export of Bitwarden";
  }

  @Override
  public Set<Part> carries() {
    return Set.of(Part.USER, Part.KEYS, Part.SEVERAL_KEYS, Part.ISSUERS, Part.LABELS);
  }

  @Override
  public boolean recognizes(Head head) {
    return List.of(head.firstLine().replace("\"", "").split(",")).contains(TOTP);
  }

  @Override
  public boolean byRows() {
    return true;
  }

  @Override
  public void read(Source source, Intake intake) throws IOException {
    Rows rows = new Rows(intake);
    CsvRows.each(source, rows::take);
    rows.requireTitles();
  }

  /** The rows of one file, the first of which holds titles. */
  private static final class Rows {
    private final Intake intake;
    private List<String> titles;

    Rows(Intake intake) {
      this.intake = intake;
    }

    void take(CsvRecord record) {
      List<String> cells = record.getFields();
      if (record.isComment()) {
        return;
      }
      if (titles == null) {
        titles = cells;
        requireTitles();
        intake.head(CsvRows.text(cells));
        return;
      }
      Row row = new Row(record.getStartingLineNumber(), CsvRows.text(cells));
      intake.take(
          row,
          () ->
              new BitwardenLogin(cell(cells, NAME), cell(cells, USERNAME), cell(cells, TOTP))
                  .entry(row));
    }

    void requireTitles() {
      if (titles == null || !titles.contains(TOTP)) {
        throw Failure.data("the first row of the file has no title " + TOTP);
      }
    }

    private String cell(List<String> cells, String title) {
      int index = titles.indexOf(title);
      return index < 0 || index >= cells.size() ? null : Limits.text(cells.get(index));
    }
  }
}
