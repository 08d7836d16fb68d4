package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.twofactor.Authenticator.Kind;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes one CSV file. */
final class CsvWriting implements EntryWriter {
  private static final Key NONE = null;

  private final Writer out;
  private final CsvWriter rows;
  private final List<CsvColumn> columns = new ArrayList<>(CsvColumn.PROFILE);
  private boolean begun;

  /**
   * @param secrets whether there are columns for them
   */
  CsvWriting(Writer out, boolean secrets) {
    this.out = out;
    this.rows = CsvRows.writer(out);
    if (secrets) {
      columns.addAll(CsvColumn.SECRETS);
    }
  }

  @Override
  public void write(Entry entry) throws IOException {
    if (entry.user() == null) {
      throw Failure.data("the entry names no user");
    }
    begin();
    List<Key> keys = entry.keys();
    row(entry, keys.isEmpty() ? NONE : keys.get(0));
    for (Key further : keys.subList(Math.min(1, keys.size()), keys.size())) {
      row(Entry.at(entry.row()).user(entry.user()).build(), further);
    }
  }

  private void begin() throws IOException {
    if (!begun) {
      begun = true;
      row(columns.stream().map(CsvColumn::title).toList());
    }
  }

  private void row(Entry entry, Key key) throws IOException {
    List<String> cells = new ArrayList<>();
    for (CsvColumn column : columns) {
      cells.add(Formula.guarded(cell(column, entry, key)));
    }
    row(cells);
  }

  private void row(List<String> cells) throws IOException {
    try {
      rows.writeRecord(cells);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String cell(CsvColumn column, Entry entry, Key key) {
    return switch (column) {
      case USER -> entry.user();
      case FULL_NAME -> entry.fullName();
      case EMAIL -> entry.email();
      case MOBILE_NO -> entry.mobileNo();
      case TYPE -> entry.type() == null ? null : entry.type().label();
      case ENABLED -> entry.enabled() == null ? null : entry.enabled() ? "yes" : "no";
      case ROLES -> CsvList.join(entry.roles());
      case PASSWORD_HASH -> entry.passwordHash();
      case RECOVERY_CODES -> CsvList.join(entry.recoveryCodes());
      default -> key == null ? null : cell(column, key);
    };
  }

  private static String cell(CsvColumn column, Key key) {
    boolean counts = key.kind() == Kind.HOTP;
    return switch (column) {
      case KIND -> key.kind().name().toLowerCase(Locale.ROOT);
      case ISSUER -> key.issuer();
      case LABEL -> key.label();
      case SECRET -> key.secret().base32();
      case ALGORITHM -> key.algorithm().name();
      case DIGITS -> String.valueOf(key.digits());
      case PERIOD -> counts ? null : String.valueOf(key.period());
      case COUNTER -> counts ? String.valueOf(key.counter()) : null;
      case STATE -> key.proven() ? "active" : "pending";
      default -> null;
    };
  }

  @Override
  public void finish() throws IOException {
    begin();
    out.flush();
  }
}
