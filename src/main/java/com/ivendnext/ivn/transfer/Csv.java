package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Comma separated values under a row of titles, see {@link CsvColumn}; semicolons and tabs are read
 * too. One row is one person, or with the same name again one more authenticator of that person.
 */
final class Csv implements Format {

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public String about() {
    return "rows under titles such as user, full_name, roles, secret; with or without secrets";
  }

  @Override
  public Set<Part> carries() {
    return Set.of(Part.values());
  }

  @Override
  public boolean recognizes(Head head) {
    String separator = String.valueOf(CsvRows.separator(head));
    Map<CsvColumn, Integer> columns =
        columns(List.of(head.firstLine().replace("\"", "").split(separator, 1000)));
    return columns.containsKey(CsvColumn.USER)
        || columns.containsKey(CsvColumn.EMAIL)
        || columns.containsKey(CsvColumn.URI);
  }

  @Override
  public boolean byRows() {
    return true;
  }

  @Override
  public void read(Source source, Intake intake) throws IOException {
    CsvReading reading = new CsvReading(intake);
    CsvRows.each(source, reading::take);
    if (!reading.titled()) {
      throw Failure.data("the file has no rows");
    }
  }

  /** Where each known column stands. */
  static Map<CsvColumn, Integer> columns(List<String> titles) {
    Map<CsvColumn, Integer> columns = new EnumMap<>(CsvColumn.class);
    for (int i = 0; i < titles.size(); i++) {
      CsvColumn column = CsvColumn.titled(titles.get(i));
      if (column != null) {
        columns.putIfAbsent(column, i);
      }
    }
    return columns;
  }

  @Override
  public boolean writable() {
    return true;
  }

  @Override
  public EntryWriter writer(Target target) {
    return new CsvWriting(target.text(), target.withSecrets());
  }
}
