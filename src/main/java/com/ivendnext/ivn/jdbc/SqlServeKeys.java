package com.ivendnext.ivn.jdbc;

import com.ivendnext.ivn.twofactor.ServeKeyStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** {@link ServeKeyStore} on SQL. */
final class SqlServeKeys implements ServeKeyStore {
  private static final String KEYS = "SELECT name, key_hash, created_at FROM ivn_serve_key ";

  private final Database database;

  SqlServeKeys(Database database) {
    this.database = database;
  }

  @Override
  public void add(ServeKey key) {
    database.update(
        "INSERT INTO ivn_serve_key (name, key_hash, created_at) VALUES (?, ?, ?)",
        key.name(),
        key.keyHash(),
        key.createdAt());
  }

  @Override
  public Optional<ServeKey> named(String name) {
    return database.first(KEYS + "WHERE name = ?", SqlServeKeys::read, name);
  }

  @Override
  public Optional<ServeKey> find(String keyHash) {
    return database.first(KEYS + "WHERE key_hash = ?", SqlServeKeys::read, keyHash);
  }

  @Override
  public List<ServeKey> all() {
    return database.list(KEYS + "ORDER BY name", SqlServeKeys::read);
  }

  @Override
  public void remove(String name) {
    database.update("DELETE FROM ivn_serve_key WHERE name = ?", name);
  }

  private static ServeKey read(ResultSet row) throws SQLException {
    return new ServeKey(
        row.getString("name"), row.getString("key_hash"), Database.instant(row, "created_at"));
  }
}
