package com.ivendnext.ivn.jdbc;

import com.ivendnext.ivn.Failure;
import java.sql.Connection;
import java.sql.SQLException;

/** What differs between databases. */
interface Dialect {
  /**
   * A connection that is ready for use, in autocommit mode.
   *
   * @throws Failure when the database cannot be reached or read
   */
  Connection connect();

  /** The statement that begins a transaction which excludes other writers at once. */
  String beginWrite();

  /** Whether {@code trouble} says that a table does not exist. */
  boolean lacksTable(SQLException trouble);

  /** What {@code trouble} means to an administrator. */
  Failure explain(SQLException trouble);
}
