package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.otp.HashAlgorithm;
import com.ivendnext.ivn.otp.Hotp;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.otp.Totp;
import com.ivendnext.ivn.twofactor.Authenticator.Kind;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The "OATH CSV" of privacyIDEA and LinOTP: no titles, but serial number, key in hex, {@code hotp}
 * or {@code totp}, digits, and counter or period, then with LinOTP the hash. Below {@code #
 * version: 2} user, resolver and realm stand before them (privacyIDEA).
 *
 * <p>What is missing is what those programs take: HOTP, 6 digits, counter 0, 30 seconds, and the
 * hash that is as long as the key.
 */
final class OathCsv implements Format {
  private static final String VERSION_2 = "# version: 2";
  private static final String OWN_SERIAL = "IVN";

  @Override
  public String name() {
    return "oath-csv";
  }

  @Override
  public String about() {
    return "privacyIDEA's and LinOTP's rows of serial, key, type, digits, counter or period";
  }

  @Override
  public Set<Part> carries() {
    return Set.of(Part.USER, Part.KEYS, Part.SEVERAL_KEYS);
  }

  @Override
  public boolean recognizes(Head head) {
    String[] cells = head.firstLine().split(",", 6);
    int key = isVersion2(head) ? 4 : 1;
    return cells.length > key && cells[key].strip().matches("([0-9A-Fa-f]{2}){10,128}");
  }

  private static boolean isVersion2(Head head) {
    return head.text().matches("(?s)#\\s*version:\\s*2\\s*\\n.*");
  }

  @Override
  public boolean byRows() {
    return true;
  }

  @Override
  public void read(Source source, Intake intake) throws IOException {
    boolean version2 = isVersion2(source.head());
    if (version2) {
      intake.head(VERSION_2);
    }
    CsvRows.each(source, record -> take(record, version2, intake));
  }

  private static void take(CsvRecord record, boolean version2, Intake intake) {
    if (!record.isComment()) {
      List<String> cells = record.getFields();
      Row row = new Row(record.getStartingLineNumber(), CsvRows.text(cells));
      intake.take(row, () -> entry(row, cells, version2));
    }
  }

  private static Entry entry(Row row, List<String> cells, boolean version2) {
    int first = version2 ? 3 : 0;
    String serial = cell(cells, first, "");
    String user = version2 ? cell(cells, 0, null) : null;
    String label = serial.matches(OWN_SERIAL + "[0-9]+") ? null : serial;
    Key key = key(cells.subList(Math.min(first, cells.size()), cells.size()));
    return Entry.at(row).user(user).key(key.named(null, label)).build();
  }

  private static Key key(List<String> cells) {
    SharedSecret secret = SharedSecret.ofHex(cell(cells, 1, ""));
    int digits = Numbers.small(cell(cells, 3, "6"), "the number of digits");
    String hash = cell(cells, 5, null);
    HashAlgorithm algorithm = hash == null ? asLongAs(secret) : HashAlgorithm.parse(hash);
    return switch (cell(cells, 2, "hotp").toLowerCase(Locale.ROOT)) {
      case "hotp" ->
          Key.hotp(
              secret, new Hotp(algorithm, digits), Numbers.of(cell(cells, 4, "0"), "the counter"));
      case "totp" ->
          Key.totp(
              secret,
              new Totp(algorithm, digits, Numbers.small(cell(cells, 4, "30"), "the period")));
      default -> throw Failure.data("only the types hotp and totp can be taken");
    };
  }

  private static HashAlgorithm asLongAs(SharedSecret secret) {
    return switch (secret.bits()) {
      case 256 -> HashAlgorithm.SHA256;
      case 512 -> HashAlgorithm.SHA512;
      default -> HashAlgorithm.SHA1;
    };
  }

  private static String cell(List<String> cells, int index, String absent) {
    String text = index < cells.size() ? Limits.text(cells.get(index)) : null;
    return text == null ? absent : text;
  }

  @Override
  public boolean writable() {
    return true;
  }

  @Override
  public EntryWriter writer(Target target) throws IOException {
    Writer out = target.text();
    out.write(VERSION_2 + "\n");
    return new Writing(out);
  }

  private static final class Writing implements EntryWriter {
    private final Writer out;
    private final CsvWriter rows;
    private long serial;

    Writing(Writer out) {
      this.out = out;
      this.rows = CsvRows.writer(out);
    }

    @Override
    public void write(Entry entry) throws IOException {
      if (entry.user() == null) {
        throw Failure.data("the entry names no user");
      }
      for (Key key : entry.keys()) {
        if (asLongAs(key.secret()) != key.algorithm()) {
          throw Failure.data("the hash " + key.algorithm() + " needs a key as long as it is");
        }
      }
      for (Key key : entry.keys()) {
        write(entry.user(), key);
      }
    }

    private void write(String user, Key key) throws IOException {
      boolean counts = key.kind() == Kind.HOTP;
      try {
        rows.writeRecord(
            Arrays.asList(
                user,
                "",
                "",
                String.format(Locale.ROOT, OWN_SERIAL + "%08d", ++serial),
                HexFormat.of().formatHex(key.secret().bytes()),
                key.kind().name().toLowerCase(Locale.ROOT),
                String.valueOf(key.digits()),
                counts ? String.valueOf(key.counter()) : String.valueOf(key.period())));
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }

    @Override
    public void finish() throws IOException {
      out.flush();
    }
  }
}
