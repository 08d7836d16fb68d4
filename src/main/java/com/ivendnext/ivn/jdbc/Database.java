package com.ivendnext.ivn.jdbc;

import com.ivendnext.ivn.Failure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One connection: statements, transactions, and every SQLException turned into a sentence. */
final class Database implements AutoCloseable {
  private final Dialect dialect;
  private final Connection connection;
  private final Statements statements;
  private boolean inTransaction;
  private Failure spoilt;

  Database(Dialect dialect) {
    this.dialect = dialect;
    this.connection = dialect.connect();
    this.statements = new Statements(connection);
  }

  /** Makes an object of the current row. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private interface Work<T> {
    T run() throws SQLException;
  }

  <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) {
    List<T> rows = new ArrayList<>();
    each(sql, reader, rows::add, parameters);
    return rows;
  }

  <T> Optional<T> first(String sql, RowReader<T> reader, Object... parameters) {
    return explaining(
        () -> {
          try (Statements.Use use = prepare(sql, parameters);
              ResultSet result = use.statement().executeQuery()) {
            return result.next() ? Optional.of(reader.read(result)) : Optional.empty();
          }
        });
  }

  /** Hands rows on one at a time; none is kept. */
  <T> void each(String sql, RowReader<T> reader, Consumer<T> consumer, Object... parameters) {
    explaining(
        () -> {
          try (Statements.Use use = prepare(sql, parameters);
              ResultSet result = use.statement().executeQuery()) {
            while (result.next()) {
              consumer.accept(reader.read(result));
            }
            return null;
          }
        });
  }

  /** Runs an INSERT, UPDATE or DELETE; the number of rows that it changed. */
  int update(String sql, Object... parameters) {
    return explaining(
        () -> {
          try (Statements.Use use = prepare(sql, parameters)) {
            return use.statement().executeUpdate();
          }
        });
  }

  void execute(String sql) {
    explaining(
        () -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return statement.execute();
          }
        });
  }

  boolean inTransaction() {
    return inTransaction;
  }

  /** Runs {@code work} and commits, or undoes everything and throws; nested calls join. */
  <T> T write(Supplier<T> work) {
    if (inTransaction) {
      return work.get();
    }
    begin();
    try {
      T result = work.get();
      execute("COMMIT");
      inTransaction = false;
      return result;
    } finally {
      rollBack();
    }
  }

  /** Runs {@code work} in a transaction of its own and undoes everything. */
  <T> T rehearse(Supplier<T> work) {
    begin();
    try {
      return work.get();
    } finally {
      rollBack();
    }
  }

  /** Runs {@code work} inside the open transaction; where it answers false, undoes what it did. */
  boolean attempt(BooleanSupplier work) {
    execute("SAVEPOINT attempt");
    boolean keep = work.getAsBoolean();
    if (!keep) {
      spoilt = null;
      execute("ROLLBACK TO attempt");
    }
    execute("RELEASE attempt");
    return keep;
  }

  private void begin() {
    execute(dialect.beginWrite());
    inTransaction = true;
  }

  /** The failure that led here is the one to tell; a database that is gone has rolled back. */
  private void rollBack() {
    if (!inTransaction) {
      return;
    }
    inTransaction = false;
    spoilt = null;
    try (PreparedStatement statement = connection.prepareStatement("ROLLBACK")) {
      statement.execute();
    } catch (SQLException alreadyRolledBack) {
      // nothing is left to undo
    }
  }

  @Override
  public void close() {
    explaining(
        () -> {
          statements.close();
          connection.close();
          return null;
        });
  }

  private Statements.Use prepare(String sql, Object... parameters) throws SQLException {
    Statements.Use use = statements.prepare(sql);
    try {
      for (int i = 0; i < parameters.length; i++) {
        use.statement().setObject(i + 1, toColumn(parameters[i]));
      }
      return use;
    } catch (SQLException trouble) {
      use.close();
      throw trouble;
    }
  }

  /** Runs {@code sql}; false where it failed because a table is missing. */
  boolean ask(String sql, Consumer<String> firstColumn) {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet result = statement.executeQuery()) {
      if (result.next()) {
        firstColumn.accept(result.getString(1));
      }
      return true;
    } catch (SQLException trouble) {
      if (dialect.lacksTable(trouble)) {
        return false;
      }
      throw dialect.explain(trouble).cause(trouble);
    }
  }

  private static Object toColumn(Object value) {
    if (value instanceof Instant instant) {
      return instant.toEpochMilli();
    }
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    return value;
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  /**
   * A database in trouble may have ended the transaction by itself: what followed would be durable
   * at once and alone, so nothing follows a statement that failed.
   */
  private <T> T explaining(Work<T> work) {
    if (spoilt != null) {
      throw spoilt.cause(spoilt);
    }
    try {
      return work.run();
    } catch (SQLException trouble) {
      Failure failure = dialect.explain(trouble).cause(trouble);
      spoilt = inTransaction ? failure : null;
      throw failure;
    }
  }
}
