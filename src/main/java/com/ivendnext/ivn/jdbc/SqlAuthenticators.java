package com.ivendnext.ivn.jdbc;

import com.ivendnext.ivn.crypto.Sealer;
import com.ivendnext.ivn.otp.HashAlgorithm;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.twofactor.Authenticator;
import com.ivendnext.ivn.twofactor.Authenticator.Kind;
import com.ivendnext.ivn.twofactor.Authenticator.State;
import com.ivendnext.ivn.twofactor.AuthenticatorStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** {@link AuthenticatorStore} on SQL; secrets are sealed into their row. */
final class SqlAuthenticators implements AuthenticatorStore {
  private final Database database;
  private final Supplier<Sealer> sealer;

  SqlAuthenticators(Database database, Supplier<Sealer> sealer) {
    this.database = database;
    this.sealer = sealer;
  }

  @Override
  public List<Authenticator> of(String user) {
    return database.list(
        "SELECT id, user_name, label, state, kind, algorithm, digits, period, weak, last_factor,"
            + " drift, failures, locked_until, replaces, created_at, confirmed_at, last_used_at"
            + " FROM ivn_authenticator WHERE user_name = ? ORDER BY created_at, label, id",
        SqlAuthenticators::read,
        user);
  }

  @Override
  public void add(Authenticator added, SharedSecret secret) {
    database.update(
        "INSERT INTO ivn_authenticator (id, user_name, label, state, kind, secret, algorithm,"
            + " digits, period, weak, last_factor, drift, failures, locked_until, replaces,"
            + " created_at, confirmed_at, last_used_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        added.id(),
        added.user(),
        added.label(),
        word(added.state()),
        word(added.kind()),
        sealer.get().seal(secret.bytes(), place(added)),
        added.algorithm().name(),
        added.digits(),
        added.period(),
        added.weak(),
        added.lastFactor(),
        added.drift(),
        added.failures(),
        added.lockedUntil(),
        added.replaces(),
        added.createdAt(),
        added.confirmedAt(),
        added.lastUsedAt());
  }

  @Override
  public SharedSecret secret(Authenticator authenticator) {
    String sealed =
        database
            .first(
                "SELECT secret FROM ivn_authenticator WHERE id = ?",
                row -> row.getString("secret"),
                authenticator.id())
            .orElseThrow(() -> new IllegalStateException("the row was read in this transaction"));
    return SharedSecret.ofBytes(sealer.get().open(sealed, place(authenticator)));
  }

  @Override
  public boolean consume(Authenticator authenticator, long factor, int drift, Instant now) {
    int changed =
        database.update(
            "UPDATE ivn_authenticator SET last_factor = ?, drift = ?, failures = 0,"
                + " locked_until = NULL, last_used_at = ? WHERE id = ? AND last_factor < ?",
            factor,
            drift,
            now,
            authenticator.id(),
            factor);
    return changed == 1;
  }

  @Override
  public void update(Authenticator changed) {
    database.update(
        "UPDATE ivn_authenticator SET state = ?, failures = ?, locked_until = ?, confirmed_at = ?"
            + " WHERE id = ?",
        word(changed.state()),
        changed.failures(),
        changed.lockedUntil(),
        changed.confirmedAt(),
        changed.id());
  }

  @Override
  public void remove(Authenticator authenticator) {
    database.update("DELETE FROM ivn_authenticator WHERE id = ?", authenticator.id());
  }

  private static Sealer.Place place(Authenticator authenticator) {
    return SealedColumn.AUTHENTICATOR.place(authenticator.id(), authenticator.user());
  }

  private static Authenticator read(ResultSet row) throws SQLException {
    return new Authenticator(
        row.getString("id"),
        row.getString("user_name"),
        row.getString("label"),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        HashAlgorithm.valueOf(row.getString("algorithm")),
        row.getInt("digits"),
        row.getInt("period"),
        row.getBoolean("weak"),
        row.getLong("last_factor"),
        row.getInt("drift"),
        row.getInt("failures"),
        Database.instant(row, "locked_until"),
        row.getString("replaces"),
        Database.instant(row, "created_at"),
        Database.instant(row, "confirmed_at"),
        Database.instant(row, "last_used_at"));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
