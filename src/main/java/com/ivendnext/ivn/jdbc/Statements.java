package com.ivendnext.ivn.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The prepared statements of one connection, kept for the next time: preparing one costs more than
 * running it, and a job of many rows runs the same few again and again. For one thread at a time.
 */
final class Statements implements AutoCloseable {
  private static final int MOST = 40;

  private final Connection connection;
  private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

  Statements(Connection connection) {
    this.connection = connection;
  }

  /** A statement in use; a nested use of the same SQL gets another one. */
  final class Use implements AutoCloseable {
    private final String sql;
    private final PreparedStatement statement;

    private Use(String sql, PreparedStatement statement) {
      this.sql = sql;
      this.statement = statement;
    }

    PreparedStatement statement() {
      return statement;
    }

    /** Ends the use; parameters are set anew at the next one, but none is to linger. */
    @Override
    public void close() throws SQLException {
      if (idle.size() < MOST && !idle.containsKey(sql) && !statement.isClosed()) {
        statement.clearParameters();
        idle.put(sql, statement);
      } else {
        statement.close();
      }
    }
  }

  Use prepare(String sql) throws SQLException {
    PreparedStatement kept = idle.remove(sql);
    return new Use(sql, kept == null ? connection.prepareStatement(sql) : kept);
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : idle.values()) {
      statement.close();
    }
    idle.clear();
  }
}
