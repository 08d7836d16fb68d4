package com.ivendnext.ivn.jdbc;

import com.ivendnext.ivn.crypto.HmacSha256;
import com.ivendnext.ivn.twofactor.RecoveryCode;
import com.ivendnext.ivn.twofactor.RecoveryCodeStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/** {@link RecoveryCodeStore} on SQL: HMAC-SHA-256 of salt and code under a key of the site. */
final class SqlRecoveryCodes implements RecoveryCodeStore {
  private static final int SALT_BYTES = 16;

  private final Database database;
  private final Supplier<byte[]> key;
  private final Supplier<SecureRandom> random;

  SqlRecoveryCodes(Database database, Supplier<byte[]> key, Supplier<SecureRandom> random) {
    this.database = database;
    this.key = key;
    this.random = random;
  }

  private record Row(String id, String salt, String hash) {}

  @Override
  public Count count(String user) {
    return database
        .first(
            "SELECT COUNT(*) AS total, COUNT(*) - COUNT(used_at) AS unused,"
                + " MAX(created_at) AS generated_at FROM ivn_recovery_code WHERE user_name = ?",
            row ->
                new Count(
                    row.getInt("total"),
                    row.getInt("unused"),
                    Database.instant(row, "generated_at")),
            user)
        .orElseThrow();
  }

  @Override
  public void replace(String user, List<RecoveryCode> codes, Instant now) {
    database.update("DELETE FROM ivn_recovery_code WHERE user_name = ?", user);
    for (RecoveryCode code : codes) {
      byte[] random16 = new byte[SALT_BYTES];
      random.get().nextBytes(random16);
      String salt = HexFormat.of().formatHex(random16);
      database.update(
          "INSERT INTO ivn_recovery_code (id, user_name, salt, hash, created_at)"
              + " VALUES (?, ?, ?, ?, ?)",
          salt.substring(0, 16),
          user,
          salt,
          hash(salt, user, code),
          now);
    }
  }

  @Override
  public boolean consume(String user, RecoveryCode code, Instant now) {
    List<Row> unused =
        database.list(
            "SELECT id, salt, hash FROM ivn_recovery_code"
                + " WHERE user_name = ? AND used_at IS NULL",
            row -> new Row(row.getString("id"), row.getString("salt"), row.getString("hash")),
            user);
    String match = null;
    for (Row row : unused) {
      match = same(row.hash(), hash(row.salt(), user, code)) ? row.id() : match;
    }
    return match != null
        && database.update(
                "UPDATE ivn_recovery_code SET used_at = ? WHERE id = ? AND used_at IS NULL",
                now,
                match)
            == 1;
  }

  private String hash(String salt, String user, RecoveryCode code) {
    byte[] message = (salt + user + '\0' + code.characters()).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(HmacSha256.of(key.get(), message));
  }

  private static boolean same(String known, String given) {
    return MessageDigest.isEqual(
        known.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
  }
}
