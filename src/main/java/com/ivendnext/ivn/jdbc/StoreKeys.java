package com.ivendnext.ivn.jdbc;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.crypto.MasterKey;
import com.ivendnext.ivn.crypto.Sealer;
import java.util.List;
import java.util.TreeMap;

/**
 * The keys of a store. A master key may be changed by another process at any time: the store says
 * which one holds, and is asked again in every transaction.
 */
final class StoreKeys {
  /** Purposes of keys in {@code ivn_key}, and what they are derived from while it has none. */
  static final String RECOVERY_CODES = "ivn recovery codes";

  static final String AUDIT = "ivn audit";

  private final Database database;
  private final SqlStore.Surroundings surroundings;
  private Opened opened;
  private boolean fresh;

  StoreKeys(Database database, SqlStore.Surroundings surroundings) {
    this.database = database;
    this.surroundings = surroundings;
  }

  /** Keys for as long as one master key holds. */
  private record Opened(
      String fingerprint, Sealer sealer, byte[] recoveryCodes, TreeMap<Long, byte[]> audit) {}

  private record Row(String id, String purpose, long firstRecord, String sealed) {}

  /** Says that another transaction begins. */
  void refresh() {
    fresh = false;
  }

  Sealer sealer() {
    fresh &= database.inTransaction();
    return opened().sealer();
  }

  byte[] recoveryCodes() {
    return opened().recoveryCodes();
  }

  /** The key that signs the record of that number. */
  byte[] audit(long record) {
    return opened().audit().floorEntry(record).getValue();
  }

  /** The fingerprint of the master key that holds. */
  String fingerprint() {
    return database
        .first(
            "SELECT value FROM ivn_meta WHERE name = 'key_fingerprint'",
            row -> row.getString("value"))
        .orElse("");
  }

  private Opened opened() {
    if (!fresh) {
      String holds = fingerprint();
      if (opened == null || !opened.fingerprint().equals(holds)) {
        opened = open(master(holds));
      }
      fresh = true;
    }
    return opened;
  }

  private MasterKey master(String fingerprint) {
    for (MasterKey key : surroundings.masterKeys()) {
      if (key.fingerprint().equals(fingerprint)) {
        return key;
      }
    }
    throw Failure.data("the encryption key of this site is not the one its store was made with")
        .hint("put the right ivn_encryption_key back into site_config.json");
  }

  private Opened open(MasterKey master) {
    Sealer sealer = new Sealer(master, surroundings::random);
    byte[] recoveryCodes = master.derive(RECOVERY_CODES);
    TreeMap<Long, byte[]> audit = new TreeMap<>();
    audit.put(0L, master.derive(AUDIT));
    for (Row row : rows()) {
      byte[] key = sealer.open(row.sealed(), SealedColumn.KEY.place(row.id(), ""));
      if (row.purpose().equals(AUDIT)) {
        audit.put(row.firstRecord(), key);
      } else {
        recoveryCodes = key;
      }
    }
    return new Opened(master.fingerprint(), sealer, recoveryCodes, audit);
  }

  private List<Row> rows() {
    return database.list(
        "SELECT id, purpose, first_record, secret FROM ivn_key ORDER BY id",
        row ->
            new Row(
                row.getString("id"),
                row.getString("purpose"),
                row.getLong("first_record"),
                row.getString("secret")));
  }
}
