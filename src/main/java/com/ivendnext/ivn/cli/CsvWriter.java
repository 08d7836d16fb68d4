package com.ivendnext.ivn.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;

/**
 * Prints records as CSV (RFC 4180): UTF-8, a header in snake_case, lines that end in CR LF. A
 * spreadsheet takes a cell that begins like a formula for one: such a cell gets an apostrophe in
 * front, which the spreadsheet does not show.
 */
final class CsvWriter {
  private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private final Writer out;

  private CsvWriter(Writer out) {
    this.out = out;
  }

  /** Writes {@code rows}, records of {@code type}; {@code target} stays open. */
  static <T extends Record> void write(Class<T> type, Elements<T> rows, OutputStream target) {
    Writer text = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8));
    CsvWriter csv = new CsvWriter(text);
    RecordComponent[] columns = type.getRecordComponents();
    try {
      csv.line(columns, column -> JsonWriter.snakeCase(column.getName()));
      rows.each(row -> csv.line(columns, column -> JsonWriter.read(row, column)));
      text.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Cell {
    Object of(RecordComponent column);
  }

  private void line(RecordComponent[] columns, Cell cell) {
    try {
      for (int i = 0; i < columns.length; i++) {
        Object value = cell.of(columns[i]);
        out.write((i == 0 ? "" : ",") + (value == null ? "" : quoted(value.toString())));
      }
      out.write("\r\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String quoted(String value) {
    String first = value.stripLeading();
    boolean formula =
        !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0
            || !first.isEmpty() && FORMULA.indexOf(first.charAt(0)) >= 0;
    String safe = formula ? "'" + value : value;
    boolean plain = safe.chars().noneMatch(character -> ",\"\r\n".indexOf(character) >= 0);
    return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
