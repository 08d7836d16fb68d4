package com.ivendnext.ivn.jdbc;

import com.ivendnext.ivn.crypto.Sealer;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.settings.Method;
import com.ivendnext.ivn.twofactor.Challenge;
import com.ivendnext.ivn.twofactor.ChallengeStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@link ChallengeStore} on SQL; secrets are sealed into their row. */
final class SqlChallenges implements ChallengeStore {
  private static final String CHALLENGES =
      "SELECT user_name, method, counter, tries, sent_at, expires_at, failures, locked_until"
          + " FROM ivn_challenge WHERE user_name = ?";

  private final Database database;
  private final Supplier<Sealer> sealer;

  SqlChallenges(Database database, Supplier<Sealer> sealer) {
    this.database = database;
    this.sealer = sealer;
  }

  @Override
  public Optional<Challenge> find(String user, Method method) {
    return database.first(CHALLENGES + " AND method = ?", SqlChallenges::read, user, method.name());
  }

  @Override
  public List<Challenge> of(String user) {
    return database.list(CHALLENGES + " ORDER BY method", SqlChallenges::read, user);
  }

  @Override
  public void add(Challenge challenge, SharedSecret secret) {
    database.update(
        "INSERT INTO ivn_challenge (user_name, method, secret, counter, tries, failures)"
            + " VALUES (?, ?, ?, 0, 0, 0)",
        challenge.user(),
        challenge.method().name(),
        sealer.get().seal(secret.bytes(), place(challenge)));
  }

  @Override
  public SharedSecret secret(Challenge challenge) {
    String sealed =
        database
            .first(
                "SELECT secret FROM ivn_challenge WHERE user_name = ? AND method = ?",
                row -> row.getString("secret"),
                challenge.user(),
                challenge.method().name())
            .orElseThrow();
    return SharedSecret.ofBytes(sealer.get().open(sealed, place(challenge)));
  }

  @Override
  public void update(Challenge challenge) {
    database.update(
        "UPDATE ivn_challenge SET counter = ?, tries = ?, sent_at = ?, expires_at = ?,"
            + " failures = ?, locked_until = ? WHERE user_name = ? AND method = ?",
        challenge.counter(),
        challenge.tries(),
        challenge.sentAt(),
        challenge.expiresAt(),
        challenge.failures(),
        challenge.lockedUntil(),
        challenge.user(),
        challenge.method().name());
  }

  @Override
  public boolean consume(Challenge challenge) {
    int changed =
        database.update(
            "UPDATE ivn_challenge SET tries = 0, failures = 0, locked_until = NULL"
                + " WHERE user_name = ? AND method = ? AND counter = ? AND tries > 0",
            challenge.user(),
            challenge.method().name(),
            challenge.counter());
    return changed == 1;
  }

  @Override
  public void remove(String user) {
    database.update("DELETE FROM ivn_challenge WHERE user_name = ?", user);
  }

  private static Sealer.Place place(Challenge challenge) {
    return SealedColumn.CHALLENGE.place(challenge.method().name(), challenge.user());
  }

  private static Challenge read(ResultSet row) throws SQLException {
    return new Challenge(
        row.getString("user_name"),
        Method.valueOf(row.getString("method")),
        row.getLong("counter"),
        row.getInt("tries"),
        Database.instant(row, "sent_at"),
        Database.instant(row, "expires_at"),
        row.getInt("failures"),
        Database.instant(row, "locked_until"));
  }
}
