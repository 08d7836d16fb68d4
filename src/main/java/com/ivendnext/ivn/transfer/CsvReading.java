package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.otp.HashAlgorithm;
import com.ivendnext.ivn.otp.Hotp;
import com.ivendnext.ivn.otp.KeyUri;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.otp.Totp;
import com.ivendnext.ivn.twofactor.UserType;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the rows of one CSV file, the first of which holds titles. */
final class CsvReading {
  private final Intake intake;
  private Map<CsvColumn, Integer> columns;

  CsvReading(Intake intake) {
    this.intake = intake;
  }

  /** Whether there was a row of titles. */
  boolean titled() {
    return columns != null;
  }

  void take(CsvRecord record) {
    if (record.isComment()) {
      return;
    }
    if (columns == null) {
      begin(record.getFields());
      return;
    }
    Row row = new Row(record.getStartingLineNumber(), CsvRows.text(record.getFields()));
    intake.take(row, () -> new Cells(row, record.getFields()).entry());
  }

  private void begin(List<String> titles) {
    columns = Csv.columns(titles);
    if (columns.isEmpty()) {
      throw Failure.data("the first row of the file has no title that is known")
          .hint("titles are such as user, full_name, email, roles, secret");
    }
    intake.head(CsvRows.text(titles));
  }

  /** One row. */
  private final class Cells {
    private final Row row;
    private final List<String> fields;

    Cells(Row row, List<String> fields) {
      this.row = row;
      this.fields = fields;
    }

    /** The cell of a column, null where it is missing or empty. */
    private String cell(CsvColumn column) {
      Integer index = columns.get(column);
      return index == null || index >= fields.size()
          ? null
          : Limits.text(Formula.unguarded(fields.get(index)));
    }

    Entry entry() {
      String user = cell(CsvColumn.USER);
      Entry.Builder entry = Entry.at(row).user(user == null ? cell(CsvColumn.EMAIL) : user);
      entry.fullName(cell(CsvColumn.FULL_NAME)).email(cell(CsvColumn.EMAIL));
      entry.mobileNo(cell(CsvColumn.MOBILE_NO)).type(userType()).enabled(enabled());
      CsvList.split(cell(CsvColumn.ROLES)).forEach(entry::role);
      entry.passwordHash(cell(CsvColumn.PASSWORD_HASH));
      CsvList.split(cell(CsvColumn.RECOVERY_CODES)).forEach(entry::recoveryCode);
      Key key = key();
      if (key != null) {
        entry.key(key);
        if (user == null && cell(CsvColumn.EMAIL) == null && cell(CsvColumn.URI) != null) {
          entry.user(KeyUri.parse(cell(CsvColumn.URI)).account());
        }
      }
      return entry.build();
    }

    private UserType userType() {
      String text = cell(CsvColumn.TYPE);
      if (text == null || isKind(text)) {
        return null;
      }
      for (UserType type : UserType.values()) {
        if (type.label().equalsIgnoreCase(text)) {
          return type;
        }
      }
      throw Failure.data("a user type is \"System User\" or \"Website User\"");
    }

    private static boolean isKind(String text) {
      return text.equalsIgnoreCase("totp") || text.equalsIgnoreCase("hotp");
    }

    private Boolean enabled() {
      String text = cell(CsvColumn.ENABLED);
      return text == null
          ? null
          : switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "true", "yes" -> true;
            case "0", "false", "no" -> false;
            default -> throw Failure.data("enabled is yes or no");
          };
    }

    private Key key() {
      if (cell(CsvColumn.URI) != null) {
        return Key.of(KeyUri.parse(cell(CsvColumn.URI))).proven(proven());
      }
      SharedSecret secret = secret();
      if (secret == null) {
        return null;
      }
      String name = cell(CsvColumn.ALGORITHM);
      HashAlgorithm algorithm = name == null ? HashAlgorithm.SHA1 : HashAlgorithm.parse(name);
      int digits = small(CsvColumn.DIGITS, 6);
      Key key =
          counts()
              ? Key.hotp(secret, new Hotp(algorithm, digits), number(CsvColumn.COUNTER, 0))
              : Key.totp(secret, new Totp(algorithm, digits, small(CsvColumn.PERIOD, 30)));
      return key.named(cell(CsvColumn.ISSUER), cell(CsvColumn.LABEL)).proven(proven());
    }

    private SharedSecret secret() {
      String base32 = cell(CsvColumn.SECRET);
      String hex = cell(CsvColumn.SECRET_HEX);
      if (base32 != null && hex != null) {
        throw Failure.data("the row has two secrets");
      }
      if (base32 != null) {
        return SharedSecret.ofBase32(base32);
      }
      return hex == null ? null : SharedSecret.ofHex(hex);
    }

    private boolean counts() {
      String kind = cell(CsvColumn.KIND);
      if (kind == null && cell(CsvColumn.TYPE) != null && isKind(cell(CsvColumn.TYPE))) {
        kind = cell(CsvColumn.TYPE);
      }
      if (kind != null && !isKind(kind)) {
        throw Failure.data("an authenticator is of the kind totp or hotp");
      }
      return kind != null && kind.equalsIgnoreCase("hotp");
    }

    private long number(CsvColumn column, long absent) {
      String text = cell(column);
      return text == null ? absent : Numbers.of(text, column.title());
    }

    private int small(CsvColumn column, int absent) {
      String text = cell(column);
      return text == null ? absent : Numbers.small(text, column.title());
    }

    private boolean proven() {
      String state = cell(CsvColumn.STATE);
      if (state == null || state.equalsIgnoreCase("active")) {
        return true;
      }
      if (state.equalsIgnoreCase("pending")) {
        return false;
      }
      throw Failure.data("the state of an authenticator is active or pending");
    }
  }
}
