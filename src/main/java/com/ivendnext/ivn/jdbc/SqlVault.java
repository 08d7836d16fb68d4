package com.ivendnext.ivn.jdbc;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.crypto.MasterKey;
import com.ivendnext.ivn.crypto.Sealer;
import com.ivendnext.ivn.twofactor.Vault;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** {@link Vault} on SQL. Values are read by pages: there may be more than memory holds. */
final class SqlVault implements Vault {
  private static final int PAGE = 1000;
  private static final int KEY_BYTES = 32;

  private final Database database;
  private final StoreKeys keys;
  private final Supplier<SecureRandom> random;

  SqlVault(Database database, StoreKeys keys, Supplier<SecureRandom> random) {
    this.database = database;
    this.keys = keys;
    this.random = random;
  }

  private record Value(String user, String row, String sealed) {}

  @Override
  public String fingerprint() {
    return keys.fingerprint();
  }

  @Override
  public List<Tally> check() {
    Sealer sealer = keys.sealer();
    List<Tally> tallies = new ArrayList<>();
    for (SealedColumn column : SealedColumn.values()) {
      List<Closed> closed = new ArrayList<>();
      int values =
          each(
              column,
              value -> {
                if (sealer.tryOpen(value.sealed(), place(column, value)).isEmpty()) {
                  closed.add(new Closed(column.table(), value.row(), value.user()));
                }
              });
      tallies.add(new Tally(column.table(), values, closed));
    }
    return tallies;
  }

  @Override
  public void claim(MasterKey next) {
    keys.sealer(); // the one that holds until now is at hand
    if (changeFingerprint(keys.fingerprint(), next.fingerprint()) != 1) {
      throw Failure.tryLater("somebody else is changing the key of this site");
    }
  }

  private int changeFingerprint(String from, String to) {
    return database.update(
        "UPDATE ivn_meta SET value = ? WHERE name = 'key_fingerprint' AND value = ?", to, from);
  }

  @Override
  public int reseal(MasterKey next, Consumer<Replaced> replaced) {
    Sealer old = keys.sealer();
    Sealer fresh = new Sealer(next, random);
    int values = 0;
    keepDerivedKeys(old);
    addAuditKey(old);
    for (SealedColumn column : SealedColumn.values()) {
      values +=
          each(
              column,
              value -> {
                Sealer.Place place = place(column, value);
                String sealed = fresh.seal(old.open(value.sealed(), place), place);
                Replaced entry =
                    new Replaced(column.table(), value.row(), value.user(), value.sealed(), sealed);
                replaced.accept(entry);
                replace(column, value, sealed);
              });
    }
    keys.refresh();
    return values;
  }

  /** What was derived from the old key cannot be derived from the next one: now it is kept. */
  private void keepDerivedKeys(Sealer sealer) {
    long kept = database.first("SELECT COUNT(*) AS n FROM ivn_key", row -> row.getLong("n")).get();
    if (kept == 0) {
      add("recovery", StoreKeys.RECOVERY_CODES, 0, keys.recoveryCodes(), sealer);
      add("audit:0", StoreKeys.AUDIT, 0, keys.audit(0), sealer);
    }
  }

  /** Whoever knew the old key cannot sign records from here on, nor change those before. */
  private void addAuditKey(Sealer sealer) {
    long next =
        database
            .first(
                "SELECT COALESCE(MAX(sequence), 0) + 1 AS n FROM ivn_audit",
                row -> row.getLong("n"))
            .orElseThrow();
    byte[] key = new byte[KEY_BYTES];
    random.get().nextBytes(key);
    SqlAudit audit = new SqlAudit(database);
    byte[] before = keys.audit(Long.MAX_VALUE);
    audit.checkpoint().ifPresent(checkpoint -> audit.cut(checkpoint.sealedAnew(before, key)));
    add("audit:" + next, StoreKeys.AUDIT, next, key, sealer);
  }

  private void add(String id, String purpose, long firstRecord, byte[] key, Sealer sealer) {
    String sealed = sealer.seal(key, SealedColumn.KEY.place(id, ""));
    database.update(
        "INSERT INTO ivn_key (id, purpose, first_record, secret) VALUES (?, ?, ?, ?)",
        id,
        purpose,
        firstRecord,
        sealed);
  }

  @Override
  public boolean putBack(Replaced replaced) {
    for (SealedColumn column : SealedColumn.values()) {
      if (column.table().equals(replaced.table())) {
        Value current = new Value(replaced.user(), replaced.row(), replaced.after());
        return replace(column, current, replaced.before()) == 1;
      }
    }
    return false;
  }

  @Override
  public void putBack(String fingerprint) {
    changeFingerprint(keys.fingerprint(), fingerprint);
    keys.refresh();
  }

  private int replace(SealedColumn column, Value value, String sealed) {
    return database.update(column.update(), sealed, value.user(), value.row(), value.sealed());
  }

  private int each(SealedColumn column, Consumer<Value> reader) {
    int values = 0;
    Value last = new Value("", "", "");
    List<Value> page;
    do {
      page =
          database.list(
              column.select(PAGE),
              row ->
                  new Value(
                      row.getString("user_id"), row.getString("row_id"), row.getString("sealed")),
              last.user(),
              last.row());
      page.forEach(reader);
      values += page.size();
      last = page.isEmpty() ? last : page.get(page.size() - 1);
    } while (page.size() == PAGE);
    return values;
  }

  private static Sealer.Place place(SealedColumn column, Value value) {
    return column.place(value.row(), value.user());
  }
}
