package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.crypto.Fernet;
import com.ivendnext.ivn.twofactor.Authenticator.Kind;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/** Writes the statements that put secrets into a Frappe site, in one transaction. */
final class FrappeWriting implements EntryWriter {
  /** Frappe's tabDefaultValue.defkey is a varchar(140). */
  private static final int LONGEST_KEY = 140;

  private static final int NAME_BYTES = 10;

  /** The mode makes backslashes mean what they mean here, whatever the server is set to. */
  private static final String BEGINNING =
      """
      -- Secrets for a Frappe or iVendNext site, closed under its encryption_key.
      SET NAMES utf8mb4;
      SET SESSION sql_mode = 'STRICT_ALL_TABLES';
      START TRANSACTION;
      """;

  private static final String END =
      """
      UPDATE `tabDefaultValue` SET `creation` = NOW(6), `modified` = NOW(6)
        WHERE `parent` = '__2fa' AND `creation` IS NULL;
      COMMIT;
      """;

  private final Writer out;
  private final Fernet fernet;
  private final Supplier<SecureRandom> random;

  FrappeWriting(Target target, Fernet fernet) throws IOException {
    this.out = target.text();
    this.fernet = fernet;
    this.random = target.random();
    out.write(BEGINNING);
  }

  @Override
  public void write(Entry entry) throws IOException {
    Key key = only(entry);
    String secretKey = defkey(entry.user(), FrappeTables.SECRET_KEY);
    String provenKey = defkey(entry.user(), FrappeTables.PROVEN_KEY);
    byte[] base32 = key.secret().base32().getBytes(StandardCharsets.US_ASCII);
    out.write(
        "DELETE FROM `tabDefaultValue` WHERE `parent` IN ('__2fa', '__default')\n  AND `defkey` IN ("
            + secretKey
            + ", "
            + provenKey
            + ");\nINSERT INTO `tabDefaultValue` (`name`, `modified_by`, `owner`, `docstatus`,"
            + " `parent`, `parentfield`,\n  `parenttype`, `idx`, `defvalue`, `defkey`) VALUES\n"
            + row(fernet.seal(base32, random.get()), secretKey)
            + (key.proven() ? ",\n" + row("1", provenKey) : "")
            + ";\n");
  }

  private static Key only(Entry entry) {
    List<Key> proven = entry.keys().stream().filter(Key::proven).toList();
    List<Key> keys = proven.isEmpty() ? entry.keys() : proven;
    if (keys.size() != 1) {
      throw Failure.data("such a site keeps one authenticator of a user, not " + keys.size());
    }
    Key key = keys.get(0);
    if (key.kind() != Kind.TOTP || !key.usual()) {
      throw Failure.data("such a site knows codes of the time, SHA1, 6 digits, 30 seconds only");
    }
    return key;
  }

  private static String defkey(String user, String ending) {
    if (user == null) {
      throw Failure.data("the entry names no user");
    }
    String key = user + ending;
    if (key.codePointCount(0, key.length()) > LONGEST_KEY) {
      throw Failure.data("the user name is too long for such a site to keep a secret under");
    }
    return quoted(key);
  }

  private String row(String value, String quotedKey) {
    byte[] name = new byte[NAME_BYTES];
    random.get().nextBytes(name);
    return "  ('"
        + HexFormat.of().formatHex(name)
        + "', 'Administrator', 'Administrator', 0, '__2fa', 'system_defaults', '__default', 0, '"
        + value
        + "', "
        + quotedKey
        + ")";
  }

  /** Names have no control characters: only these two can end a text, or hide its end. */
  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  @Override
  public void finish() throws IOException {
    out.write(END);
    out.flush();
  }
}
