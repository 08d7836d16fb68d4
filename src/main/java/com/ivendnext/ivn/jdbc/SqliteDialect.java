package com.ivendnext.ivn.jdbc;

import com.ivendnext.ivn.Failure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.jdbc4.JDBC4Connection;

/** SQLite: one file, whose journal files get its mode and owner. */
final class SqliteDialect implements Dialect {
  private static final int BUSY_TIMEOUT_MILLIS = 30_000;
  private static final String[] PRAGMAS = {
    "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON"
  };

  private final Path file;
  private final boolean readOnly;

  SqliteDialect(Path file) {
    this(file, false);
  }

  private SqliteDialect(Path file, boolean readOnly) {
    this.file = file;
    this.readOnly = readOnly;
  }

  /** Connections that neither make the file nor change it. */
  static SqliteDialect reading(Path file) {
    return new SqliteDialect(file, true);
  }

  @Override
  public Connection connect() {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(readOnly);
    config.setGetGeneratedKeys(false); // else it looks at every statement with a pattern
    try {
      // without DriverManager, which would look for every driver on the class path
      JDBC4Connection connection =
          new JDBC4Connection("jdbc:sqlite:" + file, file.toString(), config.toProperties());
      prepare(connection);
      return connection;
    } catch (SQLException trouble) {
      throw explain(trouble).cause(trouble);
    }
  }

  /** As {@link SQLiteConfig} would, which formats and parses each of them in a roundabout way. */
  private static void prepare(JDBC4Connection connection) throws SQLException {
    try {
      connection.getDatabase().busy_timeout(BUSY_TIMEOUT_MILLIS);
      for (String pragma : PRAGMAS) {
        connection.getDatabase().exec(pragma, true);
      }
    } catch (SQLException trouble) {
      connection.close();
      throw trouble;
    }
  }

  @Override
  public String beginWrite() {
    return "BEGIN IMMEDIATE";
  }

  @Override
  public boolean lacksTable(SQLException trouble) {
    return trouble.getMessage() != null && trouble.getMessage().contains("no such table");
  }

  @Override
  public Failure explain(SQLException trouble) {
    SQLiteErrorCode code =
        trouble instanceof SQLiteException sqlite
            ? sqlite.getResultCode()
            : SQLiteErrorCode.UNKNOWN_ERROR;
    if (code == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE) {
      return noSpace();
    }
    return switch (code.code & 0xFF) {
      case 5, 6 ->
          Failure.tryLater("the store " + file + " is in use by another program")
              .hint("try again; fuser " + file + " tells which program it is");
      case 8 -> Failure.data("the store " + file + " cannot be written");
      case 11, 26 ->
          Failure.data("the store " + file + " is damaged or not a store")
              .hint("restore it from a backup");
      case 13 -> noSpace();
      case 14 ->
          Failure.data("the store " + file + " cannot be opened")
              .hint("check that you may write to it and to the directory it is in");
      default -> Failure.data("the store " + file + " failed: " + trouble.getMessage());
    };
  }

  private Failure noSpace() {
    return Failure.data("no space is left for the store " + file);
  }
}
