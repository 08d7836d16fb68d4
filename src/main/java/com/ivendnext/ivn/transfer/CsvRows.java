package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;

/** Rows of comma separated values (RFC 4180), or separated by semicolons or tabs. */
final class CsvRows {
  private CsvRows() {}

  /** The separator that the first line has most of: spreadsheets write that of their country. */
  static char separator(Head head) {
    String line = head.firstLine();
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      best = count(line, candidate) > count(line, best) ? candidate : best;
    }
    return best;
  }

  private static long count(String line, char character) {
    return line.chars().filter(other -> other == character).count();
  }

  /**
   * Hands all rows on, comments among them.
   *
   * @throws Failure data, where quotes are not in order or a row is too long
   */
  static void each(Source source, Consumer<CsvRecord> consumer) throws IOException {
    try (CsvReader<CsvRecord> rows = reader(source.head()).ofCsvRecord(source.text())) {
      rows.forEach(consumer);
    } catch (CsvParseException broken) {
      // its message and its cause may quote what was read
      throw Failure.data(
          "the rows of the file cannot be told apart: a quote or a row is not closed");
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static CsvReader.CsvReaderBuilder reader(Head head) {
    return CsvReader.builder()
        .fieldSeparator(separator(head))
        .commentStrategy(CommentStrategy.READ)
        .maxBufferSize(Limits.TEXT)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false);
  }

  /** One row as text, without its line end. */
  static String text(List<String> cells) {
    StringWriter text = new StringWriter();
    writer(text).writeRecord(cells);
    return text.toString().stripTrailing();
  }

  /** Writes rows that end in LF; flushed by whoever gave {@code out}. */
  static CsvWriter writer(Writer out) {
    return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(0).build(out);
  }
}
