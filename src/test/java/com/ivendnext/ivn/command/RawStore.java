package com.ivendnext.ivn.command;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The store behind the back of ivn. */
final class RawStore {
  private RawStore() {}

  static void sql(Path store, String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  /** The only value of a query. */
  static String ask(Path store, String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery(query)) {
      return row.next() ? row.getString(1) : null;
    }
  }

  /** A column of the oldest authenticator. */
  static String column(Path store, String column) throws SQLException {
    return ask(store, "SELECT " + column + " FROM ivn_authenticator ORDER BY created_at LIMIT 1");
  }
}
