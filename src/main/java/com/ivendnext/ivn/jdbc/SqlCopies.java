package com.ivendnext.ivn.jdbc;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.twofactor.Store;
import com.ivendnext.ivn.twofactor.StoreCopies;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** {@link StoreCopies} on SQLite. */
final class SqlCopies implements StoreCopies {
  /** Every table is in one of these lists; those before are there for those behind. */
  static final List<String> RESTORED =
      List.of(
          "ivn_role",
          "ivn_user",
          "ivn_user_role",
          "ivn_password",
          "ivn_authenticator",
          "ivn_exemption");

  /** What only moves forward, or is about the store itself. */
  static final List<String> KEPT =
      List.of("ivn_meta", "ivn_key", "ivn_audit", "ivn_recovery_code", "ivn_serve_key");

  /** What is under way. */
  static final List<String> DROPPED =
      List.of("ivn_challenge", "ivn_enrollment_link", "ivn_login", "ivn_session");

  private final Database database;
  private final Store store;

  SqlCopies(Database database, Store store) {
    this.database = database;
    this.store = store;
  }

  @Override
  public int schema() {
    return Schema.version(database);
  }

  @Override
  public void copyTo(Path file) {
    database.update("VACUUM INTO ?", file.toString());
  }

  @Override
  public Optional<String> damage() {
    return database
        .first("PRAGMA integrity_check(1)", row -> row.getString(1))
        .filter(answer -> !answer.equals("ok"));
  }

  @Override
  public void takeOver(Path file, Terms terms, Consumer<Restored> last) {
    database.update("ATTACH DATABASE ? AS restored", file.toString());
    try {
      store.write(
          () -> {
            requireSameKey();
            remember();
            replace();
            Restored restored = bringForward(terms);
            forget();
            last.accept(restored);
            return null;
          });
    } finally {
      database.execute("DETACH DATABASE restored");
    }
  }

  /** The key may have been changed while the copy was made ready. */
  private void requireSameKey() {
    boolean same =
        database
            .first(
                "SELECT 1 AS same FROM main.ivn_meta m JOIN restored.ivn_meta r"
                    + " ON r.name = m.name AND r.value = m.value"
                    + " WHERE m.name = 'key_fingerprint'",
                row -> row.getInt("same"))
            .isPresent();
    if (!same) {
      throw Failure.tryLater("the key of the site is being changed").hint("try again");
    }
  }

  /** How far this store has come, before its rows are replaced. */
  private void remember() {
    database.execute("CREATE TEMP TABLE seen AS SELECT * FROM main.ivn_authenticator");
    database.execute("CREATE TEMP TABLE codes AS SELECT * FROM main.ivn_recovery_code");
  }

  private void forget() {
    database.execute("DROP TABLE temp.seen");
    database.execute("DROP TABLE temp.codes");
  }

  private void replace() {
    DROPPED.forEach(table -> database.execute("DELETE FROM main." + table));
    for (int i = RESTORED.size() - 1; i >= 0; i--) {
      database.execute("DELETE FROM main." + RESTORED.get(i));
    }
    for (String table : RESTORED) {
      database.execute("INSERT INTO main." + table + " SELECT * FROM restored." + table);
    }
    database.execute(
        "INSERT INTO ivn_recovery_code SELECT * FROM temp.codes"
            + " WHERE user_name IN (SELECT name FROM ivn_user)");
  }

  private Restored bringForward(Terms terms) {
    database.execute(
        "UPDATE ivn_authenticator SET last_factor = MAX(ivn_authenticator.last_factor,"
            + " s.last_factor), drift = s.drift, last_used_at = s.last_used_at,"
            + " failures = s.failures, locked_until = s.locked_until,"
            + " state = CASE WHEN s.state = 'disabled' THEN s.state"
            + " ELSE ivn_authenticator.state END"
            + " FROM temp.seen s WHERE s.id = ivn_authenticator.id");
    String unseen = " AND id NOT IN (SELECT id FROM temp.seen)";
    List<Held> ended = terms.upToDate() ? List.of() : endTokens(unseen);
    passBy(terms, unseen);
    List<Held> back = held("state <> 'pending'" + unseen);
    return new Restored(back, ended, 0);
  }

  @Override
  public Restored settle(Terms terms) {
    DROPPED.forEach(table -> database.execute("DELETE FROM " + table));
    List<Held> ended = terms.upToDate() ? List.of() : endTokens("");
    int codes = terms.upToDate() ? 0 : endRecoveryCodes(terms);
    passBy(terms, "");
    return new Restored(List.of(), ended, codes);
  }

  /** The codes of a token that were used since cannot be told from those that were not. */
  private List<Held> endTokens(String which) {
    List<Held> tokens = held("kind = 'hotp'" + which);
    database.update("DELETE FROM ivn_authenticator WHERE kind = 'hotp'" + which);
    return tokens;
  }

  private int endRecoveryCodes(Terms terms) {
    return database.update(
        "UPDATE ivn_recovery_code SET used_at = ? WHERE used_at IS NULL", terms.now());
  }

  /**
   * Every code that an app can have shown until now is passed by. Its clock may have drifted a
   * little further since, which one more window allows for.
   */
  private void passBy(Terms terms, String which) {
    database.update(
        "UPDATE ivn_authenticator SET last_factor ="
            + " MAX(last_factor, ? / period + MAX(drift, 0) + ?) WHERE kind = 'totp'"
            + which,
        terms.now().getEpochSecond(),
        2 * terms.windowSteps());
  }

  private List<Held> held(String which) {
    return database.list(
        "SELECT user_name, label FROM ivn_authenticator WHERE " + which + " ORDER BY 1, 2",
        row -> new Held(row.getString("user_name"), row.getString("label")));
  }
}
